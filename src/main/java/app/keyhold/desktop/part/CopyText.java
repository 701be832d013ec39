package app.keyhold.desktop.part;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.geometry.Pos;
import org.kordamp.ikonli.feather.Feather;

/// An identifier in fixed-width letters with a button that copies it whole. Never for secrets.
public final class CopyText extends HBox {
    private static final Words WORDS = Words.of(CopyText.class);

    private final Label label = Texts.of("", "mono", "muted");
    private final Tooltip whole = new Tooltip();

    /// @param name what it is, for the button: `ARN`
    public CopyText(String name, String text) {
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(whole);
        label.setMinWidth(0);
        var copy = Icons.button(Feather.COPY, WORDS.get("copy", name), () -> copy(label.getText()));
        copy.getStyleClass().addAll("flat", "small");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(4);
        getChildren().addAll(label, copy);
        show(text);
    }

    public void show(String text) {
        label.setText(text);
        whole.setText(text);
    }

    public static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
