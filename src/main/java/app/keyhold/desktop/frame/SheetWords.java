package app.keyhold.desktop.frame;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Where the words of a recovery sheet are typed: in plain, because nobody types 24 words unseen, and read while they are.
public final class SheetWords extends VBox {
    private static final Words WORDS = Words.of(SheetWords.class);
    private static final int ROWS = 4;

    private final TextArea words = new TextArea();
    private final Label hint = Texts.wrapped("");
    private final ReadOnlyObjectWrapper<SheetHint> read = new ReadOnlyObjectWrapper<>(SheetHint.NONE);

    public SheetWords() {
        words.setId("recovery-words");
        words.setWrapText(true);
        words.setPrefRowCount(ROWS);
        Texts.code(words).getStyleClass().add("mono");
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveByTab);
        words.textProperty().subscribe(this::read);
        hint.setId("recovery-hint");
        read.subscribe(found -> {
            hint.setText(found.text());
            hint.getStyleClass().setAll("label", "caption", found.tone().style() + "-text");
        });
        getStyleClass().add("sheet-words");
        setSpacing(4);
        getChildren().addAll(FieldLabels.above(WORDS.get("sheetWords.field"), words), words, hint);
    }

    private void read(String text) {
        int count = (int) Arrays.stream(text.split("[^\\p{L}]+")).filter(word -> !word.isEmpty()).count();
        try (SecretBytes typed = typed()) {
            read.set(SheetHint.of(typed, count));
        }
    }

    /// Tab leads on: words are separated by blanks.
    private void leaveByTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            words.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    /// Whoever takes them closes them.
    public SecretBytes typed() {
        return SecretBytes.takeOver(words.getText().getBytes(StandardCharsets.UTF_8));
    }

    public ReadOnlyObjectProperty<SheetHint> readProperty() {
        return read.getReadOnlyProperty();
    }

    public void clear() {
        words.clear();
    }

    @Override
    public void requestFocus() {
        words.requestFocus();
    }
}
