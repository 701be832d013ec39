package app.keyhold.desktop.settings;

import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.lock.LockSignal;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Language;
import app.keyhold.desktop.part.TextScale;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.theme.Appearance;
import app.keyhold.desktop.theme.Scheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableMap;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Binds the settings page to [DesktopPreferences], which is its model, and shows the cards of the vault's own settings.
public final class SettingsController implements Screen {
    private static final double TWO_NEED = 1_400;

    private final DesktopPreferences preferences;
    private final VaultSettingsModel vaultSettings;
    private final VaultSettingsController vaultCard;
    private final BackupsModel backups;
    private final BackupsController backupCard;
    private final LockSignalsView lockSignals;
    private final UnlockSettingsModel unlocking;
    private final UnlockSettingsController unlockCard;
    private final List<SettingRow> rows = new ArrayList<>();
    private final List<Card> cards = new ArrayList<>();
    private int columnCount;
    private final Node root;

    @FXML private ScrollPane scroll;
    @FXML private Label queryLabel;
    @FXML private TextField query;
    @FXML private Label nothing;
    @FXML private VBox ofUnlock;
    @FXML private Label languageLabel;
    @FXML private ComboBox<Language> language;
    @FXML private Button shortcuts;
    @FXML private CheckBox still;
    @FXML private GridPane columns;
    @FXML private VBox left;
    @FXML private VBox right;
    @FXML private Label schemeLabel;
    @FXML private ComboBox<Scheme> scheme;
    @FXML private Button smaller;
    @FXML private Label textSize;
    @FXML private Button larger;
    @FXML private Label lockMinutesLabel;
    @FXML private Spinner<Integer> lockMinutes;
    @FXML private Label clipboardLabel;
    @FXML private Spinner<Integer> clipboard;
    @FXML private VBox signals;
    @FXML private CheckBox stopFilesOnLock;
    @FXML private CheckBox dropWithoutAsking;
    @FXML private CheckBox rememberFiles;
    @FXML private VBox ofVault;

    /// @param heard which of the system's signals this machine has
    @SuppressWarnings("NullAway.Init") // the loader fills the fields
    public SettingsController(ScreenContext context, ObservableMap<LockSignal, LockSignal.State> heard) {
        preferences = context.preferences();
        String session = ScreenContext.screenSession(Place.SETTINGS);
        Consumer<String> said = text -> context.notices().toast(Tone.OK, text);
        vaultSettings = new VaultSettingsModel(context.client(), context.background(), session, said);
        vaultCard = new VaultSettingsController(vaultSettings);
        backups = new BackupsModel(context.client(), context.background(), session, said);
        backupCard = new BackupsController(
                backups, context.formats(), context.clock(), Frame.vaultName(context.vault().folder()));
        lockSignals = new LockSignalsView(heard);
        unlocking = new UnlockSettingsModel(
                context.client(), context.background(), session, context.vault().user(), said);
        unlockCard = new UnlockSettingsController(
                unlocking,
                context.overlay(),
                context.formats(),
                context.vault().folder());
        root = Fxml.load(this);
        collect(left);
        collect(right);
        search("");
    }

    @FXML
    private void initialize() {
        Appearance appearance = preferences.appearance();
        scheme.getItems().setAll(Scheme.values());
        scheme.valueProperty().bindBidirectional(appearance.schemeProperty());
        schemeLabel.setLabelFor(scheme);
        lockMinutesLabel.setLabelFor(lockMinutes);
        smaller.setGraphic(Icons.of(Feather.MINUS));
        larger.setGraphic(Icons.of(Feather.PLUS));
        smaller.setOnAction(_ -> appearance.reduceText());
        larger.setOnAction(_ -> appearance.enlargeText());
        textSize.textProperty().bind(appearance.textSizeProperty().asString("%d %%"));
        var minutes = new IntegerSpinnerValueFactory(0, DesktopPreferences.LONGEST_LOCK_MINUTES);
        minutes.setValue(preferences.lockMinutesProperty().get());
        minutes.valueProperty().subscribe(value -> preferences.lockMinutesProperty().set(value));
        lockMinutes.setValueFactory(minutes);
        var seconds = new IntegerSpinnerValueFactory(0, DesktopPreferences.LONGEST_CLIPBOARD_SECONDS);
        seconds.setValue(preferences.clipboardSecondsProperty().get());
        seconds.valueProperty().subscribe(value -> preferences.clipboardSecondsProperty().set(value));
        clipboard.setValueFactory(seconds);
        clipboardLabel.setLabelFor(clipboard);
        TextScale.follow(columns, width -> arrange(width >= TWO_NEED ? 2 : 1));
        signals.getChildren().setAll(lockSignals);
        ofUnlock.getChildren().setAll(unlockCard.root());
        queryLabel.setLabelFor(query);
        query.textProperty().subscribe((_, typed) -> search(typed));
        language.getItems().setAll(Language.values());
        language.valueProperty().bindBidirectional(preferences.languageProperty());
        languageLabel.setLabelFor(language);
        still.selectedProperty().bindBidirectional(appearance.stillProperty());
        shortcuts.setOnAction(_ -> showShortcuts());
        ofVault.getChildren().setAll(vaultCard.root(), backupCard.root());
        stopFilesOnLock.selectedProperty().bindBidirectional(preferences.stopFilesOnLockProperty());
        rememberFiles.selectedProperty().bindBidirectional(preferences.rememberFilesProperty());
        dropWithoutAsking.selectedProperty().bindBidirectional(preferences.dropWithoutAskingProperty());
    }

    /// Side by side where there is room, else one below the other.
    private void arrange(int wanted) {
        if (wanted == columnCount) {
            return;
        }
        columnCount = wanted;
        columns.getColumnConstraints().clear();
        for (int at = 0; at < wanted; at++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / wanted);
            columns.getColumnConstraints().add(column);
        }
        GridPane.setConstraints(left, 0, 0);
        GridPane.setConstraints(right, wanted - 1, 2 - wanted);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void onShow() {
        vaultSettings.load();
        backups.load();
        unlocking.load();
    }

    private void collect(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            switch (child) {
                case SettingRow row -> rows.add(row);
                case Card card -> {
                    cards.add(card);
                    collect(card);
                }
                case Parent inner -> collect(inner);
                default -> {}
            }
        }
    }

    private void search(String typed) {
        rows.forEach(row -> {
            row.show(row.getSetting().matches(typed));
            row.mark(false);
        });
        for (Card card : cards) {
            boolean found = rows.stream().anyMatch(row -> row.getParent() == card && row.isVisible());
            card.setVisible(found);
            card.setManaged(found);
        }
        boolean none = rows.stream().noneMatch(SettingRow::isVisible);
        nothing.setVisible(none);
        nothing.setManaged(none);
    }

    /// Brings one setting into view.
    @Override
    public void open(String subject) {
        Setting.of(subject).ifPresent(setting -> {
            query.clear();
            rows.stream().filter(row -> row.getSetting() == setting).findFirst().ifPresent(this::bringIntoView);
        });
    }

    private void bringIntoView(SettingRow row) {
        rows.forEach(one -> one.mark(one == row));
        root.applyCss();
        ((Parent) root).layout();
        var content = scroll.getContent();
        double top = content.sceneToLocal(row.localToScene(0, 0)).getY();
        double room = content.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(room <= 0 ? 0 : Math.clamp((top - row.getHeight()) / room, 0, 1));
        row.lookupAll("*").stream()
                .filter(node -> node instanceof Control control && control.isFocusTraversable() && !control.isDisabled())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    /// As its keys do, wherever one is.
    private void showShortcuts() {
        root.fireEvent(new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", KeyCode.SLASH, false, true, false, false));
    }

    @Override
    public List<app.keyhold.desktop.frame.Setting> settings() {
        return Arrays.stream(Setting.values()).map(Setting::entry).toList();
    }

    /// A sheet that was not put away is wiped.
    @Override
    public void dispose() {
        unlocking.forgetSheet();
    }

    @Override
    public boolean escape() {
        boolean searching = !query.getText().isEmpty();
        query.clear();
        return searching;
    }

    @Override
    public void focusSearch() {
        query.requestFocus();
    }
}
