package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A line of the Gantt: the heading of a group, or a key's name, when it rotates next, its bars. The dot of the next rotation can be dragged; what
/// that would set is tried out until a person confirms it.
final class LaneCell extends ListCell<GanttRow> {
    private static final List<String> TONES = List.of("muted", "warn-text", "bad-text");

    private final RotationModel model;
    private final Moments moments;
    private static final Words WORDS = Words.of(LaneCell.class);
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final Label heading = Texts.of("", "day-header");
    private final Label name = Texts.of("", "medium", "gantt-name");
    private final Label next = Texts.of("", "gantt-next");
    private final GanttBar bar;
    private final HBox line;
    private boolean dragging;

    LaneCell(RotationModel model, Moments moments) {
        this.model = model;
        this.moments = moments;
        bar = new GanttBar(moments, model.scale());
        HBox.setHgrow(bar, Priority.ALWAYS);
        line = new HBox(name, next, bar);
        line.getStyleClass().add("gantt-line");
        line.setFillHeight(true);
        setPrefWidth(0);
        heading.setMaxWidth(Double.MAX_VALUE);
        bar.prefHeightProperty().bind(heightProperty());
        model.zoomProperty().subscribe(() -> bar.show(lane(), model.scale()));
        model.draftProperty().subscribe(this::showDraft);
        bar.setOnMousePressed(this::takeHold);
        bar.setOnMouseDragged(this::drag);
        bar.setOnMouseReleased(_ -> dragging = false);
        bar.setOnMouseMoved(event -> bar.setCursor(bar.isOnDot(event.getX()) ? Cursor.H_RESIZE : Cursor.DEFAULT));
    }

    private void takeHold(MouseEvent event) {
        dragging = bar.isOnDot(event.getX());
    }

    private Optional<Lane> lane() {
        return getItem() instanceof Lane lane ? Optional.of(lane) : Optional.empty();
    }

    private void drag(MouseEvent event) {
        if (dragging) {
            lane().ifPresent(lane -> {
                model.draft(Draft.at(lane, bar.scale().time(event.getX(), bar.getWidth()), moments));
                event.consume();
            });
        }
    }

    private void showDraft() {
        bar.tryOut(model.draftProperty()
                .get()
                .filter(tried -> lane().filter(lane -> tried.lane().row().keyId().equals(lane.row().keyId())).isPresent()));
    }

    @Override
    protected void updateItem(GanttRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(HEADING, row instanceof GanttRow.Heading);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        switch (row) {
            case GanttRow.Heading(String title, int count) -> {
                heading.setText(WORDS.get("group.heading", title, count));
                setGraphic(heading);
                setAccessibleText(heading.getText());
            }
            case Lane lane -> show(lane);
        }
    }

    private void show(Lane lane) {
        name.setText(lane.name());
        next.setText(lane.next());
        next.getStyleClass().removeAll(TONES);
        next.getStyleClass().add(switch (lane.tone()) {
            case OVERDUE -> "warn-text";
            case DELETION, EXPIRES, PLANNED, NONE -> "muted";
        });
        bar.show(Optional.of(lane), model.scale());
        showDraft();
        setGraphic(line);
        setAccessibleText(lane.sentence());
    }
}
