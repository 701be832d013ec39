package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The dashed box: says what can be dropped, then what a drop would do, then what waits for the sheet.
final class DropZone extends VBox {
    private final Formats formats;
    private final HBox words = new HBox();

    DropZone(Formats formats, Runnable browse, Runnable browseFolder, Runnable paste) {
        this.formats = formats;
        var browseButton = new Button("Browse…");
        browseButton.setId("browse");
        browseButton.setOnAction(_ -> browse.run());
        var folderButton = new Button("Folder…");
        folderButton.setId("browse-folder");
        folderButton.setAccessibleText("Browse for a folder");
        folderButton.setOnAction(_ -> browseFolder.run());
        var pasteButton = new Button("Paste");
        pasteButton.setId("paste");
        pasteButton.setGraphic(Texts.key("Ctrl V"));
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
            shown.add(block(Feather.SLASH, "bad", "Nothing can be done with these", refusal.get()));
        } else {
            getStyleClass().add("accept");
            if (!survey.encrypt().isEmpty()) {
                shown.add(block(Feather.LOCK, DropWords.encrypt(survey, sheet, formats)));
            }
            if (!survey.decrypt().isEmpty()) {
                shown.add(block(Feather.UNLOCK, DropWords.decrypt(survey, formats)));
            }
            if (survey.isEmpty()) {
                shown.add(block(Feather.SEARCH, "accented", "Looking at them", "Counting files and folders"));
            }
        }
        words.getChildren().setAll(shown);
        setAccessibleText(String.join(". ", List.of("Drop zone", text(words))));
    }

    private static VBox idle() {
        return block(
                Feather.UPLOAD,
                "off",
                "Drop files or folders",
                "Plain files are encrypted, encrypted ones are decrypted; what they contain decides");
    }

    private static String text(HBox words) {
        return String.join(
                "; ",
                words.getChildren().stream()
                        .map(Node::getAccessibleText)
                        .filter(text -> text != null)
                        .toList());
    }

    private static VBox block(Feather icon, DropWords words) {
        return block(icon, "accented", words.verb(), words.detail());
    }

    private static VBox block(Feather icon, String tone, String verb, String detail) {
        var block = new VBox(8, Icons.of(icon, "large", tone), Texts.of(verb, "lead"), Texts.of(detail, "muted"));
        block.setAlignment(Pos.CENTER);
        block.setAccessibleText(verb + ". " + detail);
        HBox.setHgrow(block, Priority.ALWAYS);
        return block;
    }
}
