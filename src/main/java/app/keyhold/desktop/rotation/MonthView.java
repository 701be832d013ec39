package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A month of the agenda: six weeks of days, each saying which keys rotated, rotate or are deleted on it. Every day is a
/// button, so that keys and screen readers reach it; the agenda says the same in lines.
final class MonthView extends VBox {
    private static final int WEEKS = 6;
    private static final int DAYS = 7;
    private static final Words WORDS = Words.of(MonthView.class);
    private static final String MONTH = "MMMM uuuu";

    private static final List<Line> LINES = List.of(
            new Line(Set.of(AgendaEntry.Kind.ROTATED), "month.rotated", "rotated"),
            new Line(Set.of(AgendaEntry.Kind.ROTATES, AgendaEntry.Kind.OVERDUE), "month.rotates", "rotates"),
            new Line(Set.of(AgendaEntry.Kind.EXPIRES), "month.expires", "ends"),
            new Line(Set.of(AgendaEntry.Kind.DELETED), "month.deleted", "ends"));

    private final RotationModel model;
    private final Moments moments;
    private final BiConsumer<LocalDate, List<AgendaEntry>> chosen;
    private final Label title = Texts.of("", "h2");
    private final GridPane days = new GridPane();
    private YearMonth month;

    /// @param chosen told which day was pressed and what happens on it
    MonthView(RotationModel model, Moments moments, BiConsumer<LocalDate, List<AgendaEntry>> chosen) {
        this.model = model;
        this.moments = moments;
        this.chosen = chosen;
        this.month = YearMonth.from(moments.today());
        var today = new Button(WORDS.get("today"));
        today.setOnAction(_ -> go(YearMonth.from(moments.today())));
        var head = new HBox(
                Icons.button(Feather.CHEVRON_LEFT, WORDS.get("month.before"), () -> go(month.minusMonths(1))),
                Icons.button(Feather.CHEVRON_RIGHT, WORDS.get("month.after"), () -> go(month.plusMonths(1))),
                title,
                new Spring(),
                today);
        head.getStyleClass().add("month-head");
        for (int day = 0; day < DAYS; day++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / DAYS);
            days.getColumnConstraints().add(column);
        }
        for (int week = 0; week < WEEKS; week++) {
            var row = new RowConstraints();
            row.setVgrow(Priority.ALWAYS);
            days.getRowConstraints().add(row);
        }
        days.getStyleClass().add("month");
        VBox.setVgrow(days, Priority.ALWAYS);
        getChildren().addAll(head, weekdays(), days);
        model.lanes().addListener((ListChangeListener<Lane>) _ -> fill());
        fill();
    }

    private static GridPane weekdays() {
        var names = new GridPane();
        for (int day = 0; day < DAYS; day++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / DAYS);
            names.getColumnConstraints().add(column);
            names.add(
                    Texts.of(DayOfWeek.of(day + 1).getDisplayName(TextStyle.SHORT, Words.locale()), "caption", "weekday"),
                    day,
                    0);
        }
        return names;
    }

    private void go(YearMonth wanted) {
        month = wanted;
        fill();
    }

    private void fill() {
        title.setText(DateTimeFormatter.ofPattern(MONTH, Words.locale()).format(month));
        Map<LocalDate, List<AgendaEntry>> byDay = Stream.concat(AgendaEntry.past(model.lanes()), model.agenda().stream())
                .filter(entry -> entry.when().isPresent())
                .collect(Collectors.groupingBy(entry -> moments.day(entry.when().orElseThrow())));
        days.getChildren().clear();
        LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int at = 0; at < WEEKS * DAYS; at++) {
            LocalDate day = first.plusDays(at);
            days.add(button(day, byDay.getOrDefault(day, List.of())), at % DAYS, at / DAYS);
        }
    }

    private Button button(LocalDate day, List<AgendaEntry> entries) {
        var content = new VBox(Texts.of(String.valueOf(day.getDayOfMonth()), "day-number"));
        List<String> lines = LINES.stream().flatMap(line -> line.words(entries).stream()).toList();
        LINES.forEach(line -> line.words(entries).map(words -> Texts.of(words, line.style())).ifPresent(label -> {
            label.setMinWidth(0);
            label.setTooltip(new Tooltip(label.getText()));
            content.getChildren().add(label);
        }));
        var button = new Button();
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("month-day");
        if (!YearMonth.from(day).equals(month)) {
            button.getStyleClass().add("other");
        }
        if (day.equals(moments.today())) {
            button.getStyleClass().add("today");
        }
        button.setAccessibleText(
                WORDS.get(
                        "month.day",
                        moments.formats().day(day),
                        lines.isEmpty() ? WORDS.get("month.none") : String.join(", ", lines)));
        button.setOnAction(_ -> {
            days.getChildren().forEach(other -> other.getStyleClass().remove("chosen"));
            button.getStyleClass().add("chosen");
            chosen.accept(day, entries);
        });
        return button;
    }

    /// What one kind of entry is on a day: one key by its name, several by their number.
    private record Line(Set<AgendaEntry.Kind> kinds, String words, String style) {
        Optional<String> words(List<AgendaEntry> entries) {
            List<AgendaEntry> mine = entries.stream().filter(entry -> kinds.contains(entry.kind())).toList();
            return mine.isEmpty()
                    ? Optional.empty()
                    : Optional.of(WORDS.get(words, mine.size(), mine.getFirst().lane().name()));
        }
    }
}
