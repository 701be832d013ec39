package app.keyhold.desktop.settings;

import app.keyhold.desktop.part.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Everything that can be set, found by its words and by others people use for it: the index of the Settings screen and
/// of the command palette.
public enum Setting {
    PASSPHRASE("unlock.title"),
    RECALIBRATE("unlock.title"),
    RECOVERY_SHEET("unlock.title"),
    LOCK_MINUTES("locking.title"),
    LOCK_SIGNALS("locking.title"),
    STOP_FILES_ON_LOCK("locking.title"),
    CLIPBOARD("locking.title"),
    LOOK("appearance.title"),
    TEXT_SIZE("appearance.title"),
    STILL("appearance.title"),
    LANGUAGE("appearance.title"),
    SHORTCUTS("appearance.title"),
    SERVICE_KEYS("vault.title"),
    PRIVATE_NAMES("vault.title"),
    REMEMBER_PATHS("vault.title"),
    BACKUPS("backups.title"),
    NOTE_FILES("files.title"),
    DROP_WITHOUT_ASKING("files.title");

    private static final Words WORDS = Words.of(Setting.class);

    private final String section;

    Setting(String section) {
        this.section = section;
    }

    /// For the palette.
    app.keyhold.desktop.frame.Setting entry() {
        return new app.keyhold.desktop.frame.Setting(subject(), title(), WORDS.get(section), synonyms());
    }

    /// What [app.keyhold.desktop.frame.Screen#open] of Settings takes: `recovery-sheet`.
    public String subject() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Setting> of(String subject) {
        return Arrays.stream(values()).filter(one -> one.subject().equals(subject)).findFirst();
    }

    /// `Text size`
    public String title() {
        return texts().getFirst();
    }

    /// Other words for it, in the person's language.
    public String synonyms() {
        return texts().getLast();
    }

    /// Title and synonyms stand in one text, a bar between.
    private List<String> texts() {
        return Arrays.stream(WORDS.get(this).split("\\|", 2)).map(String::strip).toList();
    }

    /// Whether each word of the query begins, or is part of, one of its words.
    public boolean matches(String query) {
        String all = (title() + " " + synonyms()).toLowerCase(Locale.ROOT);
        return Arrays.stream(query.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }
}
