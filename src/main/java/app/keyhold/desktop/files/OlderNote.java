package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
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
    private static final Words WORDS = Words.of(OlderNote.class);
    OlderNote(List<Path> files, Runnable reencrypt, Runnable notNow) {
        super(12);
        String what = sentence(files);
        String detail = WORDS.get("older.what");
        var words = new VBox(Texts.wrapped(what, "medium"), Texts.wrapped(detail, "muted"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(what + " " + detail);
        getStyleClass().addAll("banner", "info");
        getChildren()
                .addAll(
                        Icons.of(Feather.REFRESH_CW, "accented"),
                        words,
                        UnfinishedNote.button(WORDS.get("note.notNow"), "older-not-now", WORDS.get("older.notNowSpoken"), notNow),
                        UnfinishedNote.button(WORDS.get("older.reencrypt"), "reencrypt-older", WORDS.get("older.reencryptSpoken"), reencrypt));
    }

    static String sentence(List<Path> files) {
        return WORDS.get("older.sentence", files.size(), UnfinishedNote.names(files));
    }
}
