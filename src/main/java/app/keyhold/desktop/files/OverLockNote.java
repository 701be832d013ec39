package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Says what became of files while the vault was locked, and offers to do the rest.
final class OverLockNote extends HBox {
    private static final Words WORDS = Words.of(OverLockNote.class);
    /// @param goOn for what was not done; not offered where there is nothing
    OverLockNote(String sentence, boolean somethingLeft, Runnable dismiss, Runnable goOn) {
        super(12);
        var words = Texts.wrapped(sentence, "medium");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(sentence);
        getStyleClass().addAll("banner", "info");
        getChildren()
                .addAll(
                        Icons.of(Feather.LOCK, "accented"),
                        words,
                        UnfinishedNote.button(
                                WORDS.get(somethingLeft ? "note.notNow" : "note.close"), "over-lock-close", WORDS.get("note.closeSpoken"), dismiss));
        if (somethingLeft) {
            getChildren()
                    .add(UnfinishedNote.button(WORDS.get("overLock.goOn"), "over-lock-go-on", WORDS.get("overLock.goOnSpoken"), goOn));
        }
    }
}
