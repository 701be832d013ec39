package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Drawing;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Words;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// The dates above the bars; today's label pushes others aside.
final class GanttAxis extends Drawing {
    private static final Ink TEXT = new Ink("-kh-ink-text", Color.web("#59636e"));
    private static final Ink TODAY = new Ink("-kh-ink-danger", Color.web("#cf222e"));
    private static final Words WORDS = Words.of(GanttAxis.class);
    private static final double BELOW = 4;
    /// Between two labels, in letters' heights.
    private static final double ROOM = 4;

    private final Moments moments;
    private Zoom zoom;
    private TimeScale scale;

    GanttAxis(Moments moments, Zoom zoom, TimeScale scale) {
        super(TEXT, TODAY);
        this.moments = moments;
        this.zoom = zoom;
        this.scale = scale;
        getStyleClass().add("gantt-axis");
        setAccessibleRole(AccessibleRole.TEXT);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        onTextSize(this::makeRoom);
        makeRoom();
    }

    private void makeRoom() {
        setMinHeight(textSize() + BELOW + 1);
        setPrefHeight(textSize() + BELOW + 1);
    }

    void show(Zoom now, TimeScale over) {
        zoom = now;
        scale = over;
        setAccessibleText(WORDS.get("axis", moments.formats().date(over.from()), moments.formats().date(over.until())));
        repaint();
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        on.setFont(textFont());
        double room = ROOM * textSize();
        double half = 1.5 * textSize();
        double baseline = textSize() + 1;
        double today = scale.x(moments.now(), width);
        on.setFill(color(TEXT));
        scale.ticks(zoom, moments.zone()).stream()
                .map(tick -> new Placed(scale.x(tick.time(), width), tick.label()))
                .filter(label -> label.x() < width - room && Math.abs(label.x() + half - today) > room)
                .forEach(label -> on.fillText(label.text(), label.x(), baseline));
        on.setFill(color(TODAY));
        on.fillText(WORDS.get("today"), today - half, baseline);
    }

    private record Placed(double x, String text) {}
}
