package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A key's line on the Gantt: its name, when it rotates next, its bars.
final class LaneCell extends ListCell<Lane> {
    private static final List<String> TONES = List.of("muted", "warn-text", "bad-text");

    private final RotationModel model;
    private final Label name = Texts.of("", "medium", "gantt-name");
    private final Label next = Texts.of("", "gantt-next");
    private final GanttBar bar;
    private final HBox line;

    LaneCell(RotationModel model, Moments moments) {
        this.model = model;
        bar = new GanttBar(moments, model.scale());
        HBox.setHgrow(bar, Priority.ALWAYS);
        line = new HBox(name, next, bar);
        line.getStyleClass().add("gantt-line");
        line.setFillHeight(true);
        setPrefWidth(0);
        bar.prefHeightProperty().bind(heightProperty());
        model.zoomProperty().subscribe(() -> bar.show(Optional.ofNullable(getItem()), model.scale()));
    }

    @Override
    protected void updateItem(Lane lane, boolean empty) {
        super.updateItem(lane, empty);
        if (empty || lane == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        name.setText(lane.name());
        next.setText(lane.next());
        next.getStyleClass().removeAll(TONES);
        next.getStyleClass().add(switch (lane.tone()) {
            case OVERDUE -> "warn-text";
            case DELETION, PLANNED, NONE -> "muted";
        });
        bar.show(Optional.of(lane), model.scale());
        setGraphic(line);
        setAccessibleText(lane.sentence());
    }
}
