package app.keyhold.desktop.access;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.geometry.VPos;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// Numbers beside the lines of a text area that doesn't wrap, with the line marked where something is wrong.
public final class LineGutter extends Pane {
    private final TextArea area;
    private OptionalInt marked = OptionalInt.empty();

    public LineGutter(TextArea area) {
        this.area = area;
        getStyleClass().add("line-gutter");
        setFocusTraversable(false);
        setMouseTransparent(true);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        area.textProperty().subscribe(_ -> show());
        area.fontProperty().subscribe(_ -> show());
        area.scrollTopProperty().subscribe(_ -> requestLayout());
        area.heightProperty().subscribe(_ -> layOutAfterTheText());
    }

    public void mark(OptionalInt line) {
        marked = line;
        show();
    }

    private void show() {
        int lines = (int) area.getText().chars().filter(sign -> sign == '\n').count() + 1;
        List<Text> shown = new ArrayList<>();
        for (int line = 1; line <= lines; line++) {
            boolean wrong = marked.isPresent() && marked.getAsInt() == line;
            var number = new Text((wrong ? "✗ " : "  ") + String.format("%3d", line));
            number.setFont(area.getFont());
            number.setTextOrigin(VPos.TOP);
            number.getStyleClass().add(wrong ? "wrong-line" : "line-number");
            shown.add(number);
        }
        getChildren().setAll(shown);
        layOutAfterTheText();
    }

    /// Where the lines are is known once they are laid out themselves.
    private void layOutAfterTheText() {
        Platform.runLater(this::requestLayout);
    }

    @Override
    protected void layoutChildren() {
        if (!(area.getSkin() instanceof TextAreaSkin skin) || area.getLength() == 0) {
            return;
        }
        double first = skin.getCharacterBounds(0).getMinY() + area.getInsets().getTop();
        int second = area.getText().indexOf('\n') + 1;
        double pitch = second == 0 || second >= area.getLength()
                ? 0
                : skin.getCharacterBounds(second).getMinY() - skin.getCharacterBounds(0).getMinY();
        for (int line = 0; line < getChildren().size(); line++) {
            getChildren().get(line).relocate(0, first + line * pitch);
        }
    }
}
