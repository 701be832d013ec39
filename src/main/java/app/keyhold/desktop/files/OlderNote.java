package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Says which known files are on older material, and offers to put them onto the newest.
final class OlderNote extends HBox {
    private static final String DETAIL = "They open as before. Re-encrypting puts each onto the newest material of its key, in"
            + " its own place, once the new file is verified.";

    OlderNote(List<Path> files, Formats formats, Runnable reencrypt, Runnable notNow) {
        super(12);
        String what = sentence(files, formats);
        var words = new VBox(Texts.wrapped(what, "medium"), Texts.wrapped(DETAIL, "muted"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(what + " " + DETAIL);
        getStyleClass().addAll("banner", "info");
        getChildren()
                .addAll(
                        Icons.of(Feather.REFRESH_CW, "accented"),
                        words,
                        UnfinishedNote.button("Not now", "older-not-now", "Leave them on older material for now", notNow),
                        UnfinishedNote.button("Re-encrypt", "reencrypt-older", "Re-encrypt them", reencrypt));
    }

    static String sentence(List<Path> files, Formats formats) {
        return formats.count(files.size(), "file is", "files are") + " on older material: " + UnfinishedNote.names(files)
                + ".";
    }
}
