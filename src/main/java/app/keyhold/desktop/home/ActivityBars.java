package app.keyhold.desktop.home;

import app.keyhold.desktop.part.Drawing;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.QueryHistogram.Bar;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// How much happened on each day: use below, administration above it, denied calls always on top. The sentence beside
/// it says the sums.
final class ActivityBars extends Drawing {
    private static final Words WORDS = Words.of(ActivityBars.class);

    private static final Ink USE = new Ink("-kh-ink-use", Color.web("#9fb6c6"));
    private static final Ink ADMINISTRATION = new Ink("-kh-ink-administration", Color.web("#0b6e8a"));
    private static final Ink DENIED = new Ink("-kh-ink-denied", Color.web("#c8501e"));
    private static final Ink LINE = new Ink("-kh-ink-line", Color.web("#d1d9e0"));
    private static final Ink TEXT = new Ink("-kh-ink-text", Color.web("#59636e"));
    private static final double HEIGHT = 104;
    private static final int LABEL_EVERY = 5;

    private final Formats formats;
    private List<Bar> bars = List.of();

    ActivityBars(Formats formats) {
        super(USE, ADMINISTRATION, DENIED, LINE, TEXT);
        this.formats = formats;
        getStyleClass().add("activity");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(WORDS.get("activity"));
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    void show(List<Bar> days, String sentence) {
        bars = List.copyOf(days);
        setAccessibleText(WORDS.get("activity.spoken", sentence));
        repaint();
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        double plot = height - textSize() - 8;
        double step = width / Math.max(1, bars.size());
        long highest = bars.stream().mapToLong(ActivityBars::sum).max().orElse(0);
        on.setFont(textFont());
        for (int at = 0; at < bars.size(); at++) {
            Bar bar = bars.get(at);
            double left = Math.round(at * step);
            double wide = Math.max(1, Math.round((at + 1) * step) - left - Math.max(2, step / 5));
            double scale = highest == 0 ? 0 : (plot - 2) / highest;
            double top = part(on, USE, left, plot, wide, bar.use() * scale);
            top = part(on, ADMINISTRATION, left, top, wide, bar.administration() * scale);
            part(on, DENIED, left, top, wide, bar.denied() * scale);
            if (at % LABEL_EVERY == 0) {
                on.setFill(color(TEXT));
                on.fillText(formats.shortDay(bar.start()), left, height - 2);
            }
        }
        on.setFill(color(LINE));
        on.fillRect(0, plot, width, 1);
    }

    private double part(GraphicsContext on, Ink ink, double left, double bottom, double width, double height) {
        if (height <= 0) {
            return bottom;
        }
        double visible = Math.max(2, height);
        on.setFill(color(ink));
        on.fillRect(left, bottom - visible, width, visible);
        return bottom - visible;
    }

    static long sum(Bar bar) {
        return bar.use() + bar.administration() + bar.denied();
    }
}
