package app.keyhold.desktop.part;

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

    /// @param name what it is, for the button: `ARN`
    public CopyText(String name, String text) {
        var label = Texts.of(text, "mono", "muted");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(new Tooltip(text));
        label.setMinWidth(0);
        var copy = Icons.button(Feather.COPY, WORDS.get("copy", name), () -> copy(text));
        copy.getStyleClass().addAll("flat", "small");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(4);
        getChildren().addAll(label, copy);
    }

    public static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
