package app.keyhold.desktop.settings;

import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.theme.Appearance;
import app.keyhold.desktop.theme.Scheme;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import org.kordamp.ikonli.feather.Feather;

/// Binds the settings page to [DesktopPreferences], which is its model.
public final class SettingsController implements Screen {
    private final DesktopPreferences preferences;
    private final Node root;

    @FXML private Label schemeLabel;
    @FXML private ComboBox<Scheme> scheme;
    @FXML private Button smaller;
    @FXML private Label textSize;
    @FXML private Button larger;
    @FXML private Label lockMinutesLabel;
    @FXML private Spinner<Integer> lockMinutes;
    @FXML private CheckBox stopFilesOnLock;
    @FXML private CheckBox dropWithoutAsking;

    @SuppressWarnings("NullAway.Init") // the loader fills the fields
    public SettingsController(ScreenContext context) {
        preferences = context.preferences();
        root = Fxml.load(this);
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
        stopFilesOnLock.selectedProperty().bindBidirectional(preferences.stopFilesOnLockProperty());
        dropWithoutAsking.selectedProperty().bindBidirectional(preferences.dropWithoutAskingProperty());
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void focusSearch() {
        scheme.requestFocus();
    }
}
