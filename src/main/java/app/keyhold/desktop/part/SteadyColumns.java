package app.keyhold.desktop.part;

import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.util.Callback;

/// Columns that fill a table's width, the last one first. A table that has just come back into a split pane is laid out once
/// without any width: its columns would give theirs up for good, and here they don't.
@SuppressWarnings("rawtypes") // as TableView declares the property
public final class SteadyColumns extends ConstrainedColumnResizeBase implements Callback<ResizeFeatures, Boolean> {
    /// In pixels: less than any list is shown with.
    private static final double NO_WIDTH = 100;

    @Override
    public Boolean call(ResizeFeatures change) {
        return change.getTable().getWidth() >= NO_WIDTH
                && TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN.call(change);
    }
}
