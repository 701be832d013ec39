package app.keyhold.desktop.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Mouse and keys on the histogram. Drag marks, double-click unmarks and zooms back out, the wheel zooms where it points. Left and Right move
/// the mark by a bar, with Shift they widen and narrow it, Home and End go to the ends, plus and minus zoom, 0 zooms back out,
/// Enter shows the mark alone, Escape unmarks.
final class HistogramBrush {
    private static final double ZOOM_IN = 0.7;
    private static final double DRAG_STARTS_AT = 3;

    private final Histogram histogram;
    private double pressedAt;

    HistogramBrush(Histogram histogram) {
        this.histogram = histogram;
        histogram.setOnMousePressed(this::press);
        histogram.setOnMouseDragged(this::drag);
        histogram.setOnMouseClicked(this::click);
        histogram.setOnScroll(this::scroll);
        histogram.setOnKeyPressed(this::key);
    }

    private void press(MouseEvent event) {
        histogram.requestFocus();
        pressedAt = event.getX();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && Math.abs(event.getX() - pressedAt) >= DRAG_STARTS_AT) {
            HistogramScale scale = histogram.scale();
            Instant one = scale.time(Math.min(pressedAt, event.getX()));
            Instant other = scale.time(Math.max(pressedAt, event.getX()));
            mark(new TimeRange(one, other));
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            histogram.brushProperty().set(Optional.empty());
            histogram.onResetProperty().get().run();
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double factor = event.getDeltaY() > 0 ? ZOOM_IN : 1 / ZOOM_IN;
            zoom(factor, histogram.scale().time(event.getX()));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        boolean handled = true;
        switch (event.getCode()) {
            case LEFT -> move(bar().negated(), event.isShiftDown());
            case RIGHT -> move(bar(), event.isShiftDown());
            case HOME -> mark(marked().moved(Duration.between(marked().from(), visible().from())));
            case END -> mark(marked().moved(Duration.between(marked().until(), visible().until())));
            case PLUS, ADD, EQUALS -> zoom(ZOOM_IN, middle());
            case MINUS, SUBTRACT -> zoom(1 / ZOOM_IN, middle());
            case DIGIT0, NUMPAD0 -> histogram.onResetProperty().get().run();
            case ENTER -> histogram.brushProperty().get().ifPresent(marked -> {
                histogram.brushProperty().set(Optional.empty());
                histogram.onRangeWantedProperty().get().accept(marked);
            });
            case ESCAPE -> {
                handled = histogram.brushProperty().get().isPresent();
                histogram.brushProperty().set(Optional.empty());
            }
            default -> handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    private void move(Duration by, boolean widen) {
        TimeRange marked = marked();
        mark(widen ? new TimeRange(marked.from(), marked.until().plus(by)) : marked.moved(by));
    }

    private void mark(TimeRange range) {
        histogram.brushProperty().set(Optional.of(range.within(visible())));
    }

    private void zoom(double factor, Instant around) {
        histogram.onRangeWantedProperty().get().accept(visible().zoomed(factor, around));
    }

    private TimeRange visible() {
        return histogram.contentProperty().get().range();
    }

    /// Where nothing is marked yet, keys start with the newest bar.
    private TimeRange marked() {
        return histogram.brushProperty().get().orElseGet(() -> new TimeRange(visible().until().minus(bar()), visible().until()));
    }

    private Duration bar() {
        return histogram.contentProperty().get().width();
    }

    private Instant middle() {
        return marked().from().plus(marked().length().dividedBy(2));
    }
}
