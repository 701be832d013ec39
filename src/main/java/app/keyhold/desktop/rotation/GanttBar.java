package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Drawing;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.QueryRotations.Row;
import app.keyhold.kms.operation.screen.QueryRotations.Span;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

/// One key's materials over time: the current one solid, earlier ones lighter, a ring where it rotated by itself and a
/// diamond where somebody rotated it, a dashed ring where it will, an hourglass where imported material expires, a dashed
/// box up to the day it is deleted, and the line of today. The agenda says the same in words.
final class GanttBar extends Drawing {
    private static final Ink CURRENT = new Ink("-kh-ink-current", Color.web("#0b6e8a"));
    private static final Ink EARLIER = new Ink("-kh-ink-earlier", Color.web("#cfdae2"));
    private static final Ink OVERDUE = new Ink("-kh-ink-overdue", Color.web("#9a6700"));
    private static final Ink DANGER = new Ink("-kh-ink-danger", Color.web("#cf222e"));
    private static final Ink GROUND = new Ink("-kh-ink-ground", Color.web("#ffffff"));

    private static final double BAR = 16;
    /// A key of today is seen, too.
    private static final double LEAST_BAR = 4;
    private static final double EARLIER_ALPHA = 0.55;
    private static final double RING = 8;
    private static final double PLANNED_RING = 10;
    private static final double OVERDUE_DOT = 12;
    private static final double DIAMOND = 5;
    private static final double HOURGLASS = 5;
    /// Of a line of text, as a share of its size.
    private static final double ASCENT = 0.75;
    /// How near to the dot is on it.
    private static final double GRIP = 12;

    private static final Words WORDS = Words.of(GanttBar.class);

    private final Moments moments;
    private Optional<Draft> draft = Optional.empty();
    private Optional<Lane> lane = Optional.empty();
    private TimeScale scale;

    GanttBar(Moments moments, TimeScale scale) {
        super(CURRENT, EARLIER, OVERDUE, DANGER, GROUND);
        this.moments = moments;
        this.scale = scale;
        getStyleClass().add("gantt-bar");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(0);
        // Time runs from left to right in every language, as the axis does.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    }

    /// What is tried out for this key instead of its own period.
    void tryOut(Optional<Draft> tried) {
        draft = tried;
        repaint();
    }

    TimeScale scale() {
        return scale;
    }

    /// Whether the dot of the next rotation can be taken hold of there.
    boolean isOnDot(double x) {
        return lane.filter(Lane::canChangePeriod)
                .flatMap(shown -> draft.map(Draft::next).or(() -> shown.row().next()))
                .filter(next -> Math.abs(dot(next, getWidth()) - x) <= GRIP)
                .isPresent();
    }

    private double dot(Instant next, double width) {
        boolean overdue = moments.isOverdue(next);
        return scale.x(overdue ? moments.now() : next, width) - (overdue ? OVERDUE_DOT : 0);
    }

    void show(Optional<Lane> shown, TimeScale over) {
        lane = shown;
        scale = over;
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        repaint();
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        double middle = Math.round(height / 2);
        lane.ifPresent(shown -> paintLane(on, shown, width, middle));
        // What is tried out says its date in full; the line would go through the words.
        if (draft.isEmpty()) {
            on.setFill(color(DANGER));
            on.fillRect(Math.round(scale.x(moments.now(), width)) - 0.75, 0, 1.5, height);
        }
        if (draft.isPresent()) {
            paintDraft(on, draft.get(), width, middle);
        } else {
            lane.filter(shown -> shown.tone() != Lane.Tone.DELETION)
                    .flatMap(shown -> shown.row().next())
                    .ifPresent(next -> paintPlanned(on, next, width, middle));
        }
        lane.flatMap(shown -> shown.row().expires()).ifPresent(date -> paintExpiry(on, date, width, middle));
    }

    private void paintLane(GraphicsContext on, Lane shown, double width, double middle) {
        Row row = shown.row();
        for (Span span : row.materials()) {
            double left = Math.clamp(scale.x(span.from(), width), 0, width);
            double right = Math.clamp(scale.x(span.until().orElse(moments.now()), width), 0, width);
            if (right > left) {
                double wide = Math.max(LEAST_BAR, right - left - 2);
                on.setFill(color(span.until().isPresent() ? EARLIER : shown.tone() == Lane.Tone.OVERDUE ? OVERDUE : CURRENT));
                on.setGlobalAlpha(span.until().isPresent() ? EARLIER_ALPHA : 1);
                on.fillRoundRect(Math.min(left, right - wide), middle - BAR / 2, wide, BAR, 6, 6);
                on.setGlobalAlpha(1);
            }
        }
        for (Span span : row.materials()) {
            double x = scale.x(span.from(), width);
            if (x >= RING / 2 && x <= width - RING / 2) {
                span.rotation().ifPresent(rotation -> {
                    switch (rotation) {
                        case AUTOMATIC -> ring(on, x, middle, RING);
                        case ON_DEMAND -> diamond(on, x, middle);
                    }
                });
            }
        }
        row.deletionDate().ifPresent(date -> paintDeletion(on, date, width, middle));
    }

    private void ring(GraphicsContext on, double x, double middle, double size) {
        on.setLineDashes();
        on.setLineWidth(2);
        on.setFill(color(GROUND));
        on.setStroke(color(CURRENT));
        on.fillOval(x - size / 2, middle - size / 2, size, size);
        on.strokeOval(x - size / 2, middle - size / 2, size, size);
    }

    private void diamond(GraphicsContext on, double x, double middle) {
        double[] xs = {x, x + DIAMOND, x, x - DIAMOND};
        double[] ys = {middle - DIAMOND, middle, middle + DIAMOND, middle};
        on.setLineDashes();
        on.setLineWidth(2);
        on.setFill(color(GROUND));
        on.setStroke(color(CURRENT));
        on.fillPolygon(xs, ys, xs.length);
        on.strokePolygon(xs, ys, xs.length);
    }

    /// The dot where it would be, with what that means; on the side that has room. Large text has none above the bar: the
    /// card below the timeline says the same.
    private void paintDraft(GraphicsContext on, Draft tried, double width, double middle) {
        double x = Math.clamp(scale.x(tried.next(), width), PLANNED_RING / 2, width - PLANNED_RING / 2);
        on.setFill(color(CURRENT));
        on.fillOval(x - PLANNED_RING / 2, middle - PLANNED_RING / 2, PLANNED_RING, PLANNED_RING);
        double above = middle - BAR / 2 - 2;
        if (textFont().getSize() * ASCENT > above) {
            return;
        }
        String text = WORDS.get("draft.live", tried.days(), moments.formats().date(tried.next()));
        on.setFont(textFont());
        on.setTextAlign(x > width / 2 ? TextAlignment.RIGHT : TextAlignment.LEFT);
        on.fillText(text, x > width / 2 ? x - PLANNED_RING : x + PLANNED_RING, above);
        on.setTextAlign(TextAlignment.LEFT);
    }

    private void paintExpiry(GraphicsContext on, Instant date, double width, double middle) {
        double x = scale.x(date, width);
        if (x < HOURGLASS || x > width - HOURGLASS) {
            return;
        }
        on.setFill(color(OVERDUE));
        on.fillPolygon(
                new double[] {x - HOURGLASS, x + HOURGLASS, x - HOURGLASS, x + HOURGLASS},
                new double[] {middle - HOURGLASS, middle - HOURGLASS, middle + HOURGLASS, middle + HOURGLASS},
                4);
    }

    private void paintPlanned(GraphicsContext on, Instant next, double width, double middle) {
        boolean overdue = moments.isOverdue(next);
        double x = dot(next, width);
        if (x < 0 || x > width - PLANNED_RING / 2) {
            return;
        }
        if (!overdue) {
            on.setFill(color(GROUND));
            on.fillOval(x - PLANNED_RING / 2, middle - PLANNED_RING / 2, PLANNED_RING, PLANNED_RING);
        }
        on.setLineWidth(2);
        on.setLineCap(StrokeLineCap.BUTT);
        on.setLineDashes(2, 2);
        on.setStroke(color(overdue ? GROUND : CURRENT));
        on.strokeOval(x - PLANNED_RING / 2, middle - PLANNED_RING / 2, PLANNED_RING, PLANNED_RING);
        on.setLineDashes();
    }

    private void paintDeletion(GraphicsContext on, Instant date, double width, double middle) {
        double left = scale.x(moments.now(), width) + 1.5;
        double right = Math.min(width - 1, Math.max(left + 4, scale.x(date, width)));
        on.setStroke(color(DANGER));
        on.setLineWidth(1);
        on.setLineDashes(3, 3);
        on.strokeRect(left + 0.5, middle - BAR / 2 + 0.5, right - left - 1, BAR - 1);
        on.setLineDashes();
        on.setFill(color(DANGER));
        on.setFont(textFont());
        on.fillText("✕ " + moments.shortDate(date), right + 6, middle + 4);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? lane.map(Lane::sentence).orElse("")
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
