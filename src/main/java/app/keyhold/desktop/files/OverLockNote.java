package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Says what became of files while the vault was locked, and offers to do the rest.
final class OverLockNote extends HBox {
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
                                somethingLeft ? "Not now" : "Close", "over-lock-close", "Close this note", dismiss));
        if (somethingLeft) {
            getChildren()
                    .add(UnfinishedNote.button("Do the rest", "over-lock-go-on", "Work on the files that are left", goOn));
        }
    }
}
