package app.keyhold.desktop.firstrun;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Logo;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.theme.Appearance;
import app.keyhold.desktop.theme.Scheme;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Four ways in, and how the desktop looks.
final class WelcomePage extends VBox {
    WelcomePage(FirstRunWays ways, Runnable create, Appearance appearance) {
        var heading = new VBox(
                8,
                new Logo("large"),
                Texts.of("Keyhold", "h1"),
                Texts.of("Your own key management service. Keys, files and every use of them stay on this desk.", "muted"));
        heading.setAlignment(Pos.CENTER);
        var choices = new TilePane(12, 12);
        choices.setPrefColumns(2);
        choices.setMaxWidth(USE_PREF_SIZE);
        choices.getStyleClass().add("choices");
        choices.getChildren()
                .addAll(
                        choice("create", Feather.PLUS_CIRCLE, "Create a vault", "A new folder for keys, opened with a passphrase", create, "accent"),
                        choice("open", Feather.FOLDER, "Open a vault", "A folder NAME.keyhold that is already there", ways::openAnother),
                        choice("restore", Feather.ROTATE_CCW, "Restore a backup", "Into a new folder; nothing is overwritten", ways::restoreBackup));
        ways.tryDemo()
                .ifPresent(demo -> choices.getChildren()
                        .add(choice("demo", Feather.PLAY_CIRCLE, "Try the demo", "Fifty keys and a year of events, thrown away afterwards", demo)));
        getStyleClass().add("welcome");
        setAlignment(Pos.CENTER);
        getChildren().addAll(heading, choices, looks(appearance));
    }

    private static Button choice(String id, Feather icon, String verb, String sentence, Runnable action, String... styles) {
        var text = new VBox(2, Texts.of(verb, "strong"), Texts.wrapped(sentence, "choice-sentence"));
        text.setAlignment(Pos.CENTER_LEFT);
        var row = new HBox(14, Icons.of(icon, "choice-icon"), text);
        row.setAlignment(Pos.CENTER_LEFT);
        var button = new Button(verb, row);
        button.setId(id);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleHelp(sentence);
        button.getStyleClass().add("choice");
        button.getStyleClass().addAll(styles);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Node looks(Appearance appearance) {
        var scheme = new ComboBox<Scheme>();
        scheme.getItems().setAll(Scheme.values());
        scheme.valueProperty().bindBidirectional(appearance.schemeProperty());
        scheme.setId("scheme");
        var schemeLabel = new Label("_Look");
        schemeLabel.setMnemonicParsing(true);
        schemeLabel.setLabelFor(scheme);
        var smaller = Icons.button(Feather.MINUS, "Smaller text", appearance::reduceText);
        var larger = Icons.button(Feather.PLUS, "Larger text", appearance::enlargeText);
        var size = new Label();
        size.textProperty().bind(appearance.textSizeProperty().asString("Text %d %%"));
        var row = new HBox(8, schemeLabel, scheme, new Region(), smaller, size, larger);
        row.setAlignment(Pos.CENTER);
        return row;
    }
}
