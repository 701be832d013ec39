package app.keyhold.desktop.audit;

import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.LookupEvents.Result;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The list under the day its first line is of, and what stands there when there is nothing to list.
final class TimelinePane extends StackPane {
    private static final Words WORDS = Words.of(TimelinePane.class);

    private final AuditModel model;
    private final EventList list;
    private final Label day = Texts.of("", "day-header", "day-on-top");

    TimelinePane(AuditModel model, EventList list, Moments moments) {
        this.model = model;
        this.list = list;
        setMinHeight(0);
        setAlignment(day, Pos.TOP_LEFT);
        day.setMouseTransparent(true);
        day.setMaxWidth(Double.MAX_VALUE);
        list.topDayProperty().subscribe(top -> {
            day.setVisible(top.isPresent());
            day.setText(top.map(moments.formats()::day).orElse(""));
        });
        model.pages().totalProperty().subscribe(this::fill);
        model.pages().loadedProperty().subscribe(this::fill);
        model.filterProperty().subscribe(this::fill);
        fill();
    }

    private void fill() {
        boolean empty = model.pages().loadedProperty().get() && model.pages().totalProperty().get() == 0;
        list.setVisible(!empty);
        getChildren().setAll(list, day);
        if (empty) {
            getChildren().setAll(list, emptyView());
        }
    }

    private Node emptyView() {
        EventFilter filter = model.filterProperty().get();
        if (filter.parts() == 0) {
            StateView nothing = new StateView(Feather.CLOCK, WORDS.get("empty.title"), WORDS.get("empty.sentence"));
            if (filter.hidesReads()) {
                nothing.secondary(WORDS.get("empty.reads"), () -> model.filterProperty().set(EventFilter.NONE.withReads(true)));
            }
            return nothing.secondary(WORDS.get("empty.all"), this::showAllTime);
        }
        boolean resultAlone = filter.parts() == 1 && filter.result().isPresent();
        StateView view = resultAlone
                ? new StateView(Feather.FILTER, noneOf(filter.result().orElseThrow()), WORDS.get("empty.resultSentence"))
                        .primary(WORDS.get("empty.clearResult"), () -> model.filterProperty().set(filter.withResult(Optional.empty())))
                : new StateView(Feather.FILTER, WORDS.get("empty.filteredTitle"), WORDS.get("empty.filteredSentence"))
                        .primary(WORDS.get("empty.clear"), () -> model.filterProperty().set(EventFilter.NONE));
        return view.secondary(WORDS.get("empty.allTime"), this::showAllTime);
    }

    private static String noneOf(Result result) {
        return switch (result) {
            case ALLOWED -> WORDS.get("empty.noAllowed");
            case DENIED -> WORDS.get("empty.noDenied");
            case FAILED -> WORDS.get("empty.noRefused");
        };
    }

    private void showAllTime() {
        model.choiceProperty().set(Optional.of(RangeChoice.ALL));
    }
}
