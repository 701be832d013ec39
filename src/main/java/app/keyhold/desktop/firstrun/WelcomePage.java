package app.keyhold.desktop.firstrun;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Language;
import app.keyhold.desktop.part.Logo;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
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
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/// Four ways in, and how the desktop looks.
final class WelcomePage extends VBox {
    private static final Words WORDS = Words.of(WelcomePage.class);

    WelcomePage(FirstRunWays ways, Runnable create, Appearance appearance) {
        var heading = new VBox(
                8,
                new Logo("large"),
                Texts.of(WORDS.get("welcome.title"), "h1"),
                centred(Texts.wrapped(WORDS.get("welcome.text"), "muted")));
        heading.setAlignment(Pos.CENTER);
        var choices = new TilePane(12, 12);
        choices.setMaxWidth(USE_PREF_SIZE);
        choices.setAlignment(Pos.TOP_CENTER);
        choices.getStyleClass().add("choices");
        choices.getChildren()
                .addAll(
                        choice("create", Feather.PLUS_CIRCLE, WORDS.get("create"), WORDS.get("create.text"), create, "accent"),
                        choice("open", Feather.FOLDER, WORDS.get("open"), WORDS.get("open.text"), ways::openAnother),
                        choice("restore", Feather.ROTATE_CCW, WORDS.get("restore"), WORDS.get("restore.text"), ways::restoreBackup));
        ways.tryDemo()
                .ifPresent(demo -> choices.getChildren()
                        .add(choice("demo", Feather.PLAY_CIRCLE, WORDS.get("demo"), WORDS.get("demo.text"), demo)));
        choices.setPrefColumns(choices.getChildren().size() % 2 == 0 ? 2 : 1);
        getStyleClass().add("welcome");
        setAlignment(Pos.CENTER);
        getChildren().addAll(heading, choices, looks(appearance), languages(ways));
    }

    private static Label centred(Label text) {
        text.setTextAlignment(TextAlignment.CENTER);
        text.setAlignment(Pos.CENTER);
        return text;
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

    private static Node languages(FirstRunWays ways) {
        var language = new ComboBox<Language>();
        language.getItems().setAll(Language.values());
        language.setValue(ways.language());
        language.setId("language");
        language.valueProperty().addListener((_, _, chosen) -> ways.speak(chosen));
        var label = new Label(WORDS.get("language"));
        label.setMnemonicParsing(true);
        label.setLabelFor(language);
        var row = new HBox(8, label, language);
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private static Node looks(Appearance appearance) {
        var scheme = new ComboBox<Scheme>();
        scheme.getItems().setAll(Scheme.values());
        scheme.valueProperty().bindBidirectional(appearance.schemeProperty());
        scheme.setId("scheme");
        var schemeLabel = new Label(WORDS.get("look"));
        schemeLabel.setMnemonicParsing(true);
        schemeLabel.setLabelFor(scheme);
        var smaller = Icons.button(Feather.MINUS, WORDS.get("smaller"), appearance::reduceText);
        var larger = Icons.button(Feather.PLUS, WORDS.get("larger"), appearance::enlargeText);
        var size = new Label();
        size.textProperty().bind(appearance.textSizeProperty().map(percent -> WORDS.get("textSize", percent)));
        var row = new HBox(8, schemeLabel, scheme, new Region(), smaller, size, larger);
        row.setAlignment(Pos.CENTER);
        return row;
    }
}
