package app.keyhold.desktop.audit;

import app.keyhold.desktop.audit.Histogram.Content;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.export.TimelineExport;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.operation.screen.QueryEventAttributes;
import app.keyhold.kms.operation.screen.QueryHistogram;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The timeline: which stretch of time and which events are asked for, the histogram over them and the events of the
/// marked stretch. An answer to an older question is dropped.
public final class AuditModel {
    private static final Words WORDS = Words.of(AuditModel.class);
    private static final int BARS = 120;
    private static final Duration AROUND = Duration.ofMinutes(10);
    private static final Duration DAYS_ALONE = Duration.ofDays(3);
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final Client client;
    private final Background background;
    private final Moments moments;
    private final String screenSession;
    private final EventPages pages;
    private final ObjectProperty<Optional<RangeChoice>> choice = new SimpleObjectProperty<>(Optional.of(RangeChoice.MONTH));
    private final ObjectProperty<EventFilter> filter = new SimpleObjectProperty<>(EventFilter.NONE);
    private final ObjectProperty<Optional<TimeRange>> brush = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<TimeRange> range;
    private final ReadOnlyObjectWrapper<Content> histogram;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stretch = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<BarHeight.Scale> scale = new SimpleObjectProperty<>(BarHeight.Scale.BY_ITSELF);
    private final ReadOnlyObjectWrapper<QueryEventAttributes.Response> attributes =
            new ReadOnlyObjectWrapper<>(new QueryEventAttributes.Response(List.of(), List.of(), List.of(), List.of()));
    private Optional<Instant> oldest = Optional.empty();
    private RangeChoice lastChosen = RangeChoice.MONTH;
    private Background.Work asked = () -> {};

    public AuditModel(Client client, Background background, Moments moments, String screenSession) {
        this.client = client;
        this.background = background;
        this.moments = moments;
        this.screenSession = screenSession;
        this.pages = new EventPages(client, background, screenSession, moments.zone(), this::failed);
        range = new ReadOnlyObjectWrapper<>(RangeChoice.MONTH.endingAt(moments.now(), oldest));
        histogram = new ReadOnlyObjectWrapper<>(new Content(range.get(), Duration.ofDays(1), List.of(), List.of(), scale.get()));
        choice.subscribe((before, now) -> now.ifPresent(this::showLast));
        filter.subscribe((before, now) -> reload());
        brush.subscribe((before, now) -> {
            pages.load(filter.get(), listed());
            summarize();
        });
        pages.totalProperty().subscribe((before, now) -> summarize());
        scale.subscribe((before, now) -> {
            Content shown = histogram.get();
            histogram.set(new Content(shown.range(), shown.width(), shown.bars(), shown.markers(), now));
            summarize();
        });
    }

    /// What there is to filter by.
    void loadAttributes() {
        background.run(
                () -> client.call(new QueryEventAttributes.Request(screenSession)), attributes::set, this::failed);
    }

    /// Everything anew, up to this moment where a chip is chosen.
    public void refresh() {
        choice.get().ifPresent(chosen -> range.set(chosen.endingAt(moments.now(), oldest)));
        reload();
    }

    private void showLast(RangeChoice chosen) {
        lastChosen = chosen;
        range.set(chosen.endingAt(moments.now(), oldest));
        brush.set(Optional.empty());
        reload();
    }

    /// Shows another stretch than the chips offer, held between the first event and now.
    public void zoomTo(TimeRange wanted) {
        TimeRange whole = RangeChoice.ALL.endingAt(moments.now(), oldest.or(() -> Optional.of(moments.now().minus(LONGEST))));
        choice.set(Optional.empty());
        range.set(wanted.within(whole));
        brush.set(brush.get().map(marked -> marked.within(range.get())));
        reload();
    }

    /// Back to the chip that was chosen before zooming.
    public void zoomOut() {
        choice.set(Optional.of(lastChosen));
    }

    /// Shows only what is marked.
    public void zoomToBrush() {
        brush.get().ifPresent(marked -> {
            brush.set(Optional.empty());
            zoomTo(marked);
        });
    }

    private void reload() {
        asked.cancel();
        QueryHistogram.Request request = filter.get().histogram(screenSession, range.get(), BARS);
        TimeRange over = range.get();
        asked = background.run(() -> client.call(request), answer -> show(over, answer), this::failed);
        pages.load(filter.get(), listed());
    }

    private void show(TimeRange over, QueryHistogram.Response answer) {
        boolean beginningWasUnknown = oldest.isEmpty() && answer.oldest().isPresent();
        boolean young = answer.oldest().filter(range.get()::contains).isPresent();
        oldest = answer.oldest();
        problem.set(Optional.empty());
        histogram.set(new Content(over, answer.width(), answer.bars(), answer.markers(), scale.get()));
        summarize();
        if (beginningWasUnknown && choice.get().equals(Optional.of(RangeChoice.ALL))) {
            refresh();
        } else if (beginningWasUnknown && young) {
            // Most of the stretch lies before the chain began.
            choice.set(Optional.of(RangeChoice.ALL));
        }
    }

    private void summarize() {
        long events = pages.totalProperty().get();
        String width = Counts.duration(histogram.get().width());
        summary.set(
                brush.get().isPresent()
                        ? WORDS.get("summary.marked", events, width)
                        : WORDS.get("summary.inRange", events, width));
        TimeRange shown = listed();
        stretch.set(WORDS.get("summary.stretch", moment(shown.from(), shown), moment(shown.until(), shown)));
    }

    /// In a stretch of some days the days are enough.
    private String moment(Instant time, TimeRange of) {
        return of.length().compareTo(DAYS_ALONE) >= 0
                ? moments.formats().date(time)
                : moments.formats().dateTime(time);
    }

    /// Looks whether something new fits the filters, and shows it. Reads of this screen leave one event a session, so
    /// following does not feed itself.
    void follow() {
        background.run(
                () -> client.call(filter.get().page(screenSession, soFar(), Optional.empty(), 1)),
                answer -> {
                    if (answer.events().stream().anyMatch(newest -> newest.number() > pages.newest())) {
                        refresh();
                    }
                },
                this::failed);
    }

    private TimeRange soFar() {
        return choice.get().map(chosen -> chosen.endingAt(moments.now(), oldest)).orElseGet(this::listed);
    }

    private void failed(Throwable failure) {
        problem.set(Optional.of(Problem.of(failure)));
    }

    /// The stretch the list shows: what is marked, else what is visible.
    public TimeRange listed() {
        return brush.get().orElse(range.get());
    }

    /// Shows events like this one, over the whole visible range.
    public void filterLike(Event event) {
        brush.set(Optional.empty());
        filter.set(EventFilter.like(event));
    }

    /// Shows what else happened on the same keys shortly before and after.
    public void showRelated(Event event) {
        filter.set(EventFilter.relatedTo(event));
        zoomTo(new TimeRange(event.time().minus(AROUND), event.time().plus(AROUND)));
    }

    /// One event by its number, whatever is filtered.
    void find(long number, Consumer<Event> found) {
        background.run(
                () -> client.call(new LookupEvents.Request(
                        screenSession, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(),
                        Optional.empty(), Optional.empty(), Optional.of(number + 1), 1)),
                answer -> answer.events().stream()
                        .filter(event -> event.number() == number)
                        .findFirst()
                        .ifPresent(found),
                this::failed);
    }

    /// What is listed now, to be written off the FX thread.
    TimelineExport listedEvents() {
        EventFilter what = filter.get();
        TimeRange when = listed();
        return new TimelineExport(
                client, screenSession, below -> what.page(screenSession, when, below, TimelineExport.PAGE));
    }

    /// The chain from its first row on, whatever is listed.
    TimelineExport wholeChain() {
        return new TimelineExport(client, screenSession, TimelineExport.everything(screenSession));
    }

    /// How high the bars are.
    ObjectProperty<BarHeight.Scale> scaleProperty() {
        return scale;
    }

    ReadOnlyObjectProperty<QueryEventAttributes.Response> attributesProperty() {
        return attributes.getReadOnlyProperty();
    }

    public EventPages pages() {
        return pages;
    }

    /// The chosen chip; empty after zooming.
    public ObjectProperty<Optional<RangeChoice>> choiceProperty() {
        return choice;
    }

    public ObjectProperty<EventFilter> filterProperty() {
        return filter;
    }

    public ObjectProperty<Optional<TimeRange>> brushProperty() {
        return brush;
    }

    public ReadOnlyObjectProperty<TimeRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Content> histogramProperty() {
        return histogram.getReadOnlyProperty();
    }

    /// `312 events in range · one bar is 1 h`.
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// From when to when the list shows.
    ReadOnlyStringProperty stretchProperty() {
        return stretch.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
