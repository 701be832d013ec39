package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.util.ArrayList;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/// The dashed box: says what can be dropped, then what a drop would do, then what waits for the sheet.
final class DropZone extends VBox {
    private static final Words WORDS = Words.of(DropZone.class);
    private final Formats formats;
    private final HBox words = new HBox();

    DropZone(Formats formats, Runnable browse, Runnable browseFolder, Runnable paste) {
        this.formats = formats;
        var browseButton = new Button(WORDS.get("zone.browse"));
        browseButton.setId("browse");
        browseButton.setOnAction(_ -> browse.run());
        var folderButton = new Button(WORDS.get("zone.folder"));
        folderButton.setId("browse-folder");
        folderButton.setAccessibleText(WORDS.get("zone.folderSpoken"));
        folderButton.setOnAction(_ -> browseFolder.run());
        var pasteButton = new Button(WORDS.get("zone.paste"));
        pasteButton.setId("paste");
        pasteButton.setGraphic(Texts.key(WORDS.get("zone.pasteKeys")));
        pasteButton.setContentDisplay(ContentDisplay.RIGHT);
        pasteButton.setOnAction(_ -> paste.run());
        var buttons = new HBox(8, browseButton, folderButton, pasteButton);
        buttons.getStyleClass().add("zone-buttons");
        buttons.setAlignment(Pos.CENTER);
        words.setAlignment(Pos.CENTER);
        setAlignment(Pos.CENTER);
        setId("drop-zone");
        getStyleClass().add("drop-zone");
        getChildren().addAll(words, buttons);
        words.getChildren().setAll(idle());
    }

    /// @param refusal why nothing could be done with it
    void show(Survey survey, SheetModel sheet, Optional<String> refusal) {
        getStyleClass().removeAll("accept", "reject");
        var shown = new ArrayList<Node>();
        if (survey.isEmpty() && !survey.counting()) {
            shown.add(idle());
        } else if (refusal.isPresent()) {
            getStyleClass().add("reject");
            shown.add(block(Feather.SLASH, "bad", WORDS.get("zone.refused"), refusal.get()));
        } else {
            getStyleClass().add("accept");
            if (!survey.encrypt().isEmpty()) {
                shown.add(block(Feather.LOCK, DropWords.encrypt(survey, sheet, formats)));
            }
            if (!survey.decrypt().isEmpty()) {
                shown.add(block(Feather.UNLOCK, DropWords.decrypt(survey, formats)));
            }
            if (survey.isEmpty()) {
                shown.add(block(Feather.SEARCH, "accented", WORDS.get("zone.looking"), WORDS.get("zone.counting")));
            }
        }
        words.getChildren().setAll(shown);
        setAccessibleText(WORDS.get("zone.spoken", text(words)));
    }

    private static VBox idle() {
        return block(
                Feather.UPLOAD,
                "off",
                WORDS.get("zone.idle"),
                WORDS.get("zone.idleWhat"));
    }

    private static String text(HBox words) {
        return String.join(
                "; ",
                words.getChildren().stream()
                        .map(Node::getAccessibleText)
                        .filter(text -> text != null)
                        .toList());
    }

    private static Node centred(String text, String style) {
        var words = Texts.wrapped(text, style);
        words.setTextAlignment(TextAlignment.CENTER);
        return words;
    }

    private static VBox block(Feather icon, DropWords words) {
        return block(icon, "accented", words.verb(), words.detail());
    }

    private static VBox block(Feather icon, String tone, String verb, String detail) {
        var block = new VBox(8, Icons.of(icon, "large", tone), centred(verb, "lead"), centred(detail, "muted"));
        block.setAlignment(Pos.CENTER);
        block.setAccessibleText(verb + ". " + detail);
        HBox.setHgrow(block, Priority.ALWAYS);
        return block;
    }
}
