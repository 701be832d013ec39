package app.keyhold.desktop.keys;

import app.keyhold.desktop.part.Drawing;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.QueryKey.DailyUse;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Uses a day over a month; days with denied calls in the colour of denial. The sentence below it says the sums.
final class Sparkline extends Drawing {
    private static final Words WORDS = Words.of(Sparkline.class);

    private static final Ink USE = new Ink("-kh-ink-use", Color.web("#9fb6c6"));
    private static final Ink DENIED = new Ink("-kh-ink-denied", Color.web("#c8501e"));
    private static final Ink LINE = new Ink("-kh-ink-line", Color.web("#d1d9e0"));

    private List<DailyUse> days = List.of();

    Sparkline() {
        super(USE, DENIED, LINE);
        getStyleClass().add("sparkline");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinHeight(56);
        setPrefHeight(72);
    }

    void show(List<DailyUse> uses, String sentence) {
        days = List.copyOf(uses);
        setAccessibleText(WORDS.get("overview.usesOf", sentence));
        repaint();
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        double step = width / Math.max(1, days.size());
        long highest = days.stream().mapToLong(day -> day.uses() + day.denied()).max().orElse(0);
        for (int at = 0; at < days.size(); at++) {
            DailyUse day = days.get(at);
            double left = Math.round(at * step);
            double bar = Math.max(1, Math.round((at + 1) * step) - left - 2);
            double full = highest == 0 ? 0 : (height - 1) * (day.uses() + day.denied()) / highest;
            double denied = full == 0 ? 0 : Math.max(day.denied() == 0 ? 0 : 3, full * day.denied() / (day.uses() + day.denied()));
            on.setFill(color(USE));
            on.fillRect(left, height - Math.max(full, 1), bar, Math.max(full, 1));
            on.setFill(color(DENIED));
            on.fillRect(left, height - full, bar, Math.min(denied, full));
        }
        on.setFill(color(LINE));
        on.fillRect(0, height - 1, width, 1);
    }
}
