package app.keyhold.desktop.settings;

import app.keyhold.desktop.part.Language;
import app.keyhold.desktop.part.LayoutMemory;
import app.keyhold.desktop.theme.Appearance;
import app.keyhold.desktop.theme.Scheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The desktop's choices as observable values; every change is written at once. A file that can't be read or written
/// costs the choices, never the start.
public final class DesktopPreferences {
    public static final int DEFAULT_LOCK_MINUTES = 10;
    public static final int LONGEST_LOCK_MINUTES = 240;
    public static final int DEFAULT_CLIPBOARD_SECONDS = 30;
    public static final int LONGEST_CLIPBOARD_SECONDS = 600;
    private static final int RECENT_LIMIT = 8;
    private static final String LAYOUT = "layout.";

    private final Appearance appearance = new Appearance();
    private final IntegerProperty lockMinutes = new SimpleIntegerProperty(DEFAULT_LOCK_MINUTES);
    private final IntegerProperty clipboardSeconds = new SimpleIntegerProperty(DEFAULT_CLIPBOARD_SECONDS);
    private final BooleanProperty stopFilesOnLock = new SimpleBooleanProperty(false);
    private final BooleanProperty railCollapsed = new SimpleBooleanProperty();
    private final BooleanProperty rememberFiles = new SimpleBooleanProperty(true);
    private final BooleanProperty dropWithoutAsking = new SimpleBooleanProperty(false);
    private final StringProperty lastKey = new SimpleStringProperty("");
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.SYSTEM);
    private final ObservableList<Path> recentVaults;
    private final LayoutMemory layout;

    private DesktopPreferences(ObservableList<Path> recentVaults, LayoutMemory layout) {
        this.recentVaults = recentVaults;
        this.layout = layout;
    }

    /// Choices that live as long as the program.
    public static DesktopPreferences inMemory() {
        return new DesktopPreferences(FXCollections.observableArrayList(), new LayoutMemory());
    }

    /// @param file made with its folder at the first change
    public static DesktopPreferences in(Path file) {
        var preferences = inMemory();
        preferences.apply(PreferencesFile.read(file));
        preferences.onChange(() -> preferences.write(file));
        return preferences;
    }

    /// The same choices, changed here and there at once, for one who listens to them and goes before the program does: his
    /// listeners go with him.
    public DesktopPreferences view() {
        var view = new DesktopPreferences(recentVaults, layout);
        view.appearance.follow(appearance);
        view.lockMinutes.bindBidirectional(lockMinutes);
        view.clipboardSeconds.bindBidirectional(clipboardSeconds);
        view.stopFilesOnLock.bindBidirectional(stopFilesOnLock);
        view.railCollapsed.bindBidirectional(railCollapsed);
        view.rememberFiles.bindBidirectional(rememberFiles);
        view.dropWithoutAsking.bindBidirectional(dropWithoutAsking);
        view.lastKey.bindBidirectional(lastKey);
        view.language.bindBidirectional(language);
        return view;
    }

    public Appearance appearance() {
        return appearance;
    }

    /// Minutes without a key or the mouse until the vault locks; 0 for never.
    public IntegerProperty lockMinutesProperty() {
        return lockMinutes;
    }

    /// Seconds a secret stays on the clipboard; 0 for until the lock.
    public IntegerProperty clipboardSecondsProperty() {
        return clipboardSeconds;
    }

    /// Whether locking also stops files that are being worked on; otherwise they finish.
    public BooleanProperty stopFilesOnLockProperty() {
        return stopFilesOnLock;
    }

    /// Whether the rail shows icons alone.
    public BooleanProperty railCollapsedProperty() {
        return railCollapsed;
    }

    /// Whether files being worked on are noted, encrypted, so that a crash leaves nothing unnoticed.
    public BooleanProperty rememberFilesProperty() {
        return rememberFiles;
    }

    /// Whether a drop encrypts at once, as the last one did.
    public BooleanProperty dropWithoutAskingProperty() {
        return dropWithoutAsking;
    }

    /// The alias last used for files, or empty.
    public StringProperty lastKeyProperty() {
        return lastKey;
    }

    /// Spoken from the next start or lock on: what is on the screen stays as it is.
    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /// How windows, panes and tables were left.
    public LayoutMemory layout() {
        return layout;
    }

    /// Newest first.
    public ObservableList<Path> recentVaults() {
        return recentVaults;
    }

    public void remember(Path vault) {
        Path absolute = vault.toAbsolutePath().normalize();
        recentVaults.removeIf(absolute::equals);
        recentVaults.addFirst(absolute);
        if (recentVaults.size() > RECENT_LIMIT) {
            recentVaults.remove(RECENT_LIMIT, recentVaults.size());
        }
    }

    private void onChange(Runnable action) {
        Observable[] all = {
            appearance.schemeProperty(),
            appearance.textSizeProperty(),
            appearance.stillProperty(),
            language,
            layout.notes(),
            lockMinutes,
            clipboardSeconds,
            stopFilesOnLock,
            railCollapsed,
            rememberFiles,
            dropWithoutAsking,
            lastKey,
            recentVaults
        };
        Arrays.stream(all).forEach(value -> value.addListener(_ -> action.run()));
    }

    private void apply(Properties stored) {
        Arrays.stream(Scheme.values())
                .filter(scheme -> scheme.name().equals(stored.getProperty("scheme")))
                .findFirst()
                .ifPresent(appearance.schemeProperty()::set);
        Arrays.stream(Language.values())
                .filter(known -> known.name().equals(stored.getProperty("language")))
                .findFirst()
                .ifPresent(language::set);
        appearance.stillProperty().set(Boolean.parseBoolean(stored.getProperty("still")));
        stored.stringPropertyNames().stream()
                .filter(name -> name.startsWith(LAYOUT))
                .forEach(name -> layout.put(name.substring(LAYOUT.length()), stored.getProperty(name)));
        appearance
                .textSizeProperty()
                .set(number(stored, "textSize", 100, Appearance.SMALLEST_TEXT, Appearance.LARGEST_TEXT));
        lockMinutes.set(number(stored, "lockMinutes", DEFAULT_LOCK_MINUTES, 0, LONGEST_LOCK_MINUTES));
        clipboardSeconds.set(
                number(stored, "clipboardSeconds", DEFAULT_CLIPBOARD_SECONDS, 0, LONGEST_CLIPBOARD_SECONDS));
        stopFilesOnLock.set(Boolean.parseBoolean(stored.getProperty("stopFilesOnLock")));
        railCollapsed.set(Boolean.parseBoolean(stored.getProperty("railCollapsed")));
        rememberFiles.set(Boolean.parseBoolean(stored.getProperty("rememberFiles", "true")));
        dropWithoutAsking.set(Boolean.parseBoolean(stored.getProperty("dropWithoutAsking")));
        lastKey.set(stored.getProperty("lastKey", ""));
        for (int i = 0; i < RECENT_LIMIT; i++) {
            String folder = stored.getProperty("recent." + i);
            if (folder != null) {
                recentVaults.add(Path.of(folder));
            }
        }
    }

    private static int number(Properties stored, String name, int otherwise, int least, int most) {
        try {
            return Math.clamp(Integer.parseInt(stored.getProperty(name, String.valueOf(otherwise))), least, most);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private void write(Path file) {
        var stored = new Properties();
        stored.setProperty("scheme", appearance.schemeProperty().get().name());
        stored.setProperty("language", language.get().name());
        stored.setProperty("still", String.valueOf(appearance.stillProperty().get()));
        layout.notes().forEach((name, note) -> stored.setProperty(LAYOUT + name, note));
        stored.setProperty("textSize", String.valueOf(appearance.textSizeProperty().get()));
        stored.setProperty("lockMinutes", String.valueOf(lockMinutes.get()));
        stored.setProperty("clipboardSeconds", String.valueOf(clipboardSeconds.get()));
        stored.setProperty("stopFilesOnLock", String.valueOf(stopFilesOnLock.get()));
        stored.setProperty("railCollapsed", String.valueOf(railCollapsed.get()));
        stored.setProperty("rememberFiles", String.valueOf(rememberFiles.get()));
        stored.setProperty("dropWithoutAsking", String.valueOf(dropWithoutAsking.get()));
        stored.setProperty("lastKey", lastKey.get());
        for (int i = 0; i < recentVaults.size(); i++) {
            stored.setProperty("recent." + i, recentVaults.get(i).toString());
        }
        try {
            PreferencesFile.write(file, stored);
        } catch (IOException e) {
            System.getLogger(DesktopPreferences.class.getName())
                    .log(System.Logger.Level.WARNING, "The desktop's preferences could not be written", e); // not words
        }
    }
}
