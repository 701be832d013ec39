package app.keyhold.desktop.audit;

import app.keyhold.desktop.audit.TimelineItem.DayHeader;
import app.keyhold.desktop.audit.TimelineItem.Fold;
import app.keyhold.desktop.audit.TimelineItem.Single;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.operation.screen.LookupEvents.Result;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A line of the timeline: a day, an event, or a folded run of events.
final class EventCell extends ListCell<TimelineItem> {
    private static final Words WORDS = Words.of(EventCell.class);
    private final Moments moments;
    private final boolean ofOneKey;
    private final Label day = Texts.of("", "day-header");
    private final Label time = column("event-time", "mono", "muted");
    private final HBox result = new HBox();
    private final Map<Result, StateBadge> badges = new EnumMap<>(Result.class);
    private final Label operation = column("event-operation", "medium");
    private final Label keys = column("event-keys");
    private final Label who = column("event-who", "muted");
    private final Label note = column("event-note", "muted");
    private final HBox line = new HBox(time, result, operation, keys, who, note);

    /// @param ofOneKey for a narrow list that needs no column of keys
    EventCell(Moments moments, boolean ofOneKey) {
        this.moments = moments;
        this.ofOneKey = ofOneKey;
        getStyleClass().add("event-cell");
        line.getStyleClass().add("event-line");
        result.getStyleClass().add("event-result");
        day.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        if (ofOneKey) {
            line.getChildren().remove(keys);
            line.getStyleClass().add("of-one-key");
        }
        setPrefWidth(0);
    }

    private static Label column(String... styles) {
        Label label = Texts.of("", styles);
        label.setMinWidth(0);
        return label;
    }

    @Override
    protected void updateItem(TimelineItem item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("day"), item instanceof DayHeader);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        switch (item) {
            case DayHeader header -> {
                day.setText(moments.formats().day(header.day()));
                setGraphic(day);
                setAccessibleText(day.getText());
            }
            case Single single -> show(single.event(), ofOneKey ? "" : EventWords.note(single.event()));
            case Fold fold -> {
                show(fold.newest(), ofOneKey ? WORDS.get("fold.times", fold.events().size()) : fold.count());
                setAccessibleText(WORDS.get("fold.spoken", getAccessibleText(), fold.count()));
            }
        }
    }

    /// Made once each: a badge anew for every line that comes into sight would be most of the work of scrolling.
    private void showResult(Result now) {
        StateBadge badge = badges.computeIfAbsent(
                now, one -> new StateBadge(EventWords.tone(one), EventWords.word(one)));
        if (!result.getChildren().contains(badge)) {
            result.getChildren().setAll(badge);
        }
    }

    private void show(Event event, String remark) {
        time.setText(moments.formats().time(event.time()));
        showResult(event.result());
        operation.setText(event.name());
        keys.setText(EventWords.keys(event));
        who.setText(EventWords.who(event));
        note.setText(remark);
        setGraphic(line);
        setAccessibleText(EventWords.sentence(event, moments));
    }
}
