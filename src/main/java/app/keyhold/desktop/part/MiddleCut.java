package app.keyhold.desktop.part;

import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A path or an ARN in a table: where it does not fit its middle is left out, because both ends tell more; the tooltip has it
/// whole.
public final class MiddleCut<T> extends TableCell<T, String> {
    private final Tooltip whole = new Tooltip();

    public MiddleCut() {
        Texts.code(this).setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        boolean shown = !empty && text != null && !text.isEmpty();
        setText(shown ? text : null);
        whole.setText(shown ? text : "");
        setTooltip(shown ? whole : null);
    }
}
