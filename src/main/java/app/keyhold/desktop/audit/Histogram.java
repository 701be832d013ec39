package app.keyhold.desktop.audit;

import app.keyhold.desktop.part.Drawing;
import app.keyhold.kms.operation.screen.QueryHistogram.Bar;
import app.keyhold.kms.operation.screen.QueryHistogram.Marker;
import app.keyhold.kms.operation.screen.QueryHistogram.MarkerKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// How much happened when: bars of reads where they are shown, use, administration and, always on top, denied calls; under them a lane of markers and
/// the axis. A brush marks the stretch the list shows. The list and its count are the same in words.
public final class Histogram extends Drawing {
    private static final Ink READS = new Ink("-kh-ink-reads", Color.web("#d5dee5"));
    private static final Ink USE = new Ink("-kh-ink-use", Color.web("#9fb6c6"));
    private static final Ink ADMINISTRATION = new Ink("-kh-ink-administration", Color.web("#0b6e8a"));
    private static final Ink DENIED = new Ink("-kh-ink-denied", Color.web("#c8501e"));
    private static final Ink BRUSH = new Ink("-kh-ink-brush", Color.web("#e3f3f7"));
    private static final Ink EDGE = new Ink("-kh-ink-edge", Color.web("#0b6e8a"));
    private static final Ink LINE = new Ink("-kh-ink-line", Color.web("#d1d9e0"));
    private static final Ink TEXT = new Ink("-kh-ink-text", Color.web("#59636e"));

    static final double PLOT = 112;
    private static final double LANE = 16;
    /// Room below the text of the axis, and how far from the edges markers stay whole.
    private static final double BELOW_AXIS = 5;
    private static final double MARKER = 6;
    private static final double GAP = 2;
    /// One that has just begun at the right edge is seen, too.
    private static final double LEAST_BAR = 4;

    /// What is drawn.
    ///
    /// @param width the stretch of time of one bar
    /// @param scale how high the bars are drawn
    public record Content(
            TimeRange range, Duration width, List<Bar> bars, List<Marker> markers, BarHeight.Scale scale) {
        BarHeight heights() {
            return BarHeight.over(bars.stream().map(Histogram::sum).toList(), scale);
        }
    }

    private final ObjectProperty<Content> content;
    private final ObjectProperty<Optional<TimeRange>> brush = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty summary = new SimpleStringProperty("");
    private final ObjectProperty<Consumer<TimeRange>> onRangeWanted = new SimpleObjectProperty<>(range -> {});
    private final ObjectProperty<Runnable> onReset = new SimpleObjectProperty<>(() -> {});
    private final ZoneId zone;

    public Histogram(Content initial, ZoneId zone) {
        super(READS, USE, ADMINISTRATION, DENIED, BRUSH, EDGE, LINE, TEXT);
        this.zone = zone;
        content = new SimpleObjectProperty<>(initial);
        getStyleClass().add("histogram");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        // Time runs from left to right in every language, as the axis does.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        onTextSize(this::makeRoom);
        makeRoom();
        content.subscribe(this::repaint);
        brush.subscribe(this::repaint);
        summary.subscribe(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
        new HistogramBrush(this);
    }

    public ObjectProperty<Content> contentProperty() {
        return content;
    }

    /// The marked stretch; written by mouse and keys, empty where nothing is marked.
    public ObjectProperty<Optional<TimeRange>> brushProperty() {
        return brush;
    }

    /// One sentence that says what the picture shows.
    public StringProperty summaryProperty() {
        return summary;
    }

    /// Told when a person zooms and another range should become visible.
    public ObjectProperty<Consumer<TimeRange>> onRangeWantedProperty() {
        return onRangeWanted;
    }

    /// Told when a person is done looking closer.
    ObjectProperty<Runnable> onResetProperty() {
        return onReset;
    }

    private void makeRoom() {
        double height = PLOT + LANE + textSize() + BELOW_AXIS;
        setMinHeight(height);
        setPrefHeight(height);
    }

    HistogramScale scale() {
        return new HistogramScale(content.get().range(), Math.max(1, getWidth()));
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        HistogramScale scale = scale();
        brush.get().ifPresent(marked -> paintBrush(on, scale, marked));
        paintBars(on, scale);
        on.setFill(color(LINE));
        on.fillRect(0, PLOT - 1, width, 1);
        content.get().markers().stream()
                .filter(marker -> content.get().range().contains(marker.time()))
                .forEach(marker -> paintMarker(
                        on, Math.clamp(scale.x(marker.time()), MARKER, width - MARKER), marker.kind()));
        on.setFont(textFont());
        on.setFill(color(TEXT));
        scale.ticks(zone).stream()
                .filter(tick -> tick.x() < width - 4 * textSize())
                .forEach(tick -> on.fillText(tick.label(), tick.x(), PLOT + LANE + textSize()));
    }

    private void paintBrush(GraphicsContext on, HistogramScale scale, TimeRange marked) {
        double left = Math.clamp(scale.x(marked.from()), 0, scale.width());
        double right = Math.clamp(scale.x(marked.until()), 0, scale.width());
        on.setFill(color(BRUSH));
        on.fillRect(left, 0, right - left, PLOT);
        on.setFill(color(EDGE));
        on.fillRect(Math.max(0, left - 1), 0, 2, PLOT);
        on.fillRect(Math.min(scale.width() - 2, right - 1), 0, 2, PLOT);
    }

    private void paintBars(GraphicsContext on, HistogramScale scale) {
        BarHeight heights = content.get().heights();
        for (Bar bar : content.get().bars()) {
            double left = Math.clamp(Math.round(scale.x(bar.start())), 0, scale.width() - LEAST_BAR);
            double right = Math.round(scale.x(bar.start().plus(content.get().width())));
            double width = Math.max(LEAST_BAR - 1, right - left - (right - left > 4 ? GAP : 1));
            double full = heights.of(sum(bar), PLOT - 8);
            double top = PLOT - 1;
            top = paintPart(on, READS, left, top, width, full * bar.reads() / Math.max(1, sum(bar)));
            top = paintPart(on, USE, left, top, width, full * bar.use() / Math.max(1, sum(bar)));
            top = paintPart(on, ADMINISTRATION, left, top, width, full * bar.administration() / Math.max(1, sum(bar)));
            paintPart(on, DENIED, left, top, width, full * bar.denied() / Math.max(1, sum(bar)));
        }
    }

    private double paintPart(GraphicsContext on, Ink ink, double left, double bottom, double width, double height) {
        if (height <= 0) {
            return bottom;
        }
        double visible = Math.max(2, height);
        on.setFill(color(ink));
        on.fillRect(left, bottom - visible, width, visible);
        return bottom - visible;
    }

    private void paintMarker(GraphicsContext on, double x, MarkerKind kind) {
        double middle = PLOT + LANE / 2 + 1;
        switch (kind) {
            case ROTATION -> {
                on.setFill(color(ADMINISTRATION));
                on.fillPolygon(new double[] {x, x + 5, x, x - 5}, new double[] {middle - 5, middle, middle + 5, middle}, 4);
            }
            case DELETION -> {
                on.setFill(color(DENIED));
                on.fillRect(x - 4, middle - 4, 8, 8);
            }
            case UNLOCK -> {
                on.setStroke(color(TEXT));
                on.strokeOval(x - 3, middle - 3, 6, 6);
            }
            case CHECKPOINT -> {
                on.setFill(color(TEXT));
                on.fillRect(x - 1, middle - 5, 2, 10);
            }
        }
    }

    private static long sum(Bar bar) {
        return bar.reads() + bar.use() + bar.administration() + bar.denied();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        TimeRange range = content.get().range();
        TimeRange marked = brush.get().orElse(range);
        return switch (attribute) {
            case TEXT -> summary.get();
            case MIN_VALUE -> seconds(range.from());
            case MAX_VALUE -> seconds(range.until());
            case VALUE -> seconds(marked.from());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond();
    }
}
