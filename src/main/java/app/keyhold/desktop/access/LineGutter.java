package app.keyhold.desktop.access;

import java.util.OptionalInt;
import javafx.geometry.Insets;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Numbers beside the lines of a text area that doesn't wrap, with the line marked where something is wrong.
public final class LineGutter extends Pane {
    private final TextFlow numbers = new TextFlow();
    private final TextArea area;
    private OptionalInt marked = OptionalInt.empty();

    public LineGutter(TextArea area) {
        this.area = area;
        getStyleClass().add("line-gutter");
        numbers.getStyleClass().add("line-numbers");
        getChildren().add(numbers);
        setFocusTraversable(false);
        setMouseTransparent(true);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        numbers.layoutYProperty().bind(area.scrollTopProperty().negate());
        area.textProperty().subscribe(_ -> show());
        area.fontProperty().subscribe(_ -> show());
    }

    public void mark(OptionalInt line) {
        marked = line;
        show();
    }

    private void show() {
        int lines = (int) area.getText().chars().filter(sign -> sign == '\n').count() + 1;
        var shown = new Text[lines];
        for (int line = 1; line <= lines; line++) {
            boolean wrong = marked.isPresent() && marked.getAsInt() == line;
            shown[line - 1] = new Text((wrong ? "✗ " : "  ") + String.format("%3d", line) + "\n");
            shown[line - 1].setFont(area.getFont());
            shown[line - 1].getStyleClass().add(wrong ? "wrong-line" : "line-number");
        }
        numbers.getChildren().setAll(shown);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double top = area.lookup(".content") instanceof Region content
                ? area.getInsets().getTop() + content.getInsets().getTop()
                : 0;
        numbers.setPadding(new Insets(top, 0, 0, 0));
        numbers.resize(getWidth(), numbers.prefHeight(getWidth()));
    }
}
