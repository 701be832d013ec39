package app.keyhold.desktop.cost;

import app.keyhold.desktop.cost.CostModel.Bars;
import app.keyhold.desktop.part.Drawing;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.cost.MonthCost;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// A bar a month: keys, rotations and requests on top of each other, the chosen month on a lighter ground with its
/// amount. Left and right arrows and clicks choose; the tables say the same in words.
final class CostBars extends Drawing {
    private static final Words WORDS = Words.of(CostBars.class);
    private static final Ink KEYS = new Ink("-kh-ink-keys", Color.web("#0b6e8a"));
    private static final Ink ROTATIONS = new Ink("-kh-ink-rotations", Color.web("#7fbccd"));
    private static final Ink REQUESTS = new Ink("-kh-ink-requests", Color.web("#9a6700"));
    private static final Ink CHOSEN = new Ink("-kh-ink-chosen", Color.web("#e3f3f7"));
    private static final Ink LINE = new Ink("-kh-ink-line", Color.web("#e3e8ec"));
    private static final Ink TEXT = new Ink("-kh-ink-text", Color.web("#59636e"));
    private static final Ink STRONG = new Ink("-kh-ink-strong", Color.web("#1f2328"));

    /// Room for the scale, for an amount above a bar, and for the months, in letters' heights.
    private static final double LEFT_LETTERS = 4.7;
    private static final double TOP_LETTERS = 2;
    private static final double AXIS_LETTERS = 2.2;
    /// A month's name is written under every bar that is as wide as so many.
    private static final double NAME_LETTERS = 3.1;
    /// And January with its year.
    private static final double YEAR_LETTERS = 5.2;
    private static final String MEDIUM = "Inter Medium"; // not words
    private static final double WIDEST = 44;
    private static final double FILLED = 0.56;

    private final CostModel model;

    CostBars(CostModel model) {
        super(KEYS, ROTATIONS, REQUESTS, CHOSEN, LINE, TEXT, STRONG);
        this.model = model;
        getStyleClass().add("cost-bars");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        // Months run from left to right in every language.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        model.barsProperty().subscribe(this::told);
        model.monthProperty().subscribe(this::told);
        setOnMouseClicked(event -> {
            requestFocus();
            monthAt(event.getX()).ifPresent(month -> model.monthProperty().set(Optional.of(month.month())));
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                model.step(event.getCode() == KeyCode.LEFT ? -1 : 1);
                event.consume();
            }
        });
    }

    private double left() {
        return LEFT_LETTERS * textSize();
    }

    private double top() {
        return TOP_LETTERS * textSize();
    }

    private double axis() {
        return AXIS_LETTERS * textSize();
    }

    private void told() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        repaint();
    }

    private Optional<MonthCost> monthAt(double x) {
        return model.barsProperty().get().filter(_ -> x >= left()).map(bars -> {
            double slot = slot(bars.months(), getWidth());
            return bars.months().get(Math.clamp((long) ((x - left()) / slot), 0, bars.months().size() - 1));
        });
    }

    private double slot(List<MonthCost> months, double width) {
        return Math.max(1, width - left()) / months.size();
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        model.barsProperty().get().ifPresent(bars -> paintBars(on, bars, width, height - axis()));
    }

    private void paintBars(GraphicsContext on, Bars bars, double width, double floor) {
        BigDecimal dearest =
                bars.months().stream().map(MonthCost::estimatedTotal).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        CostScale scale = CostScale.upTo(dearest);
        double slot = slot(bars.months(), width);
        MonthCost chosen = bars.month(model.monthProperty().get());
        int at = bars.months().indexOf(chosen);
        on.setFill(color(CHOSEN));
        on.fillRoundRect(left() + at * slot + 2, 2, slot - 4, floor + axis() - 2, 8, 8);
        paintLines(on, scale, width, floor);
        for (int i = 0; i < bars.months().size(); i++) {
            paintMonth(on, bars.months().get(i), scale, left() + i * slot, slot, floor);
            paintName(on, bars, i, left() + (i + 0.5) * slot, slot, floor, i == at);
        }
        double top = floor - (floor - top()) * scale.part(chosen.estimatedTotal());
        on.setFill(color(STRONG));
        on.setFont(Font.font(MEDIUM, textSize() * 1.09));
        on.setTextAlign(TextAlignment.CENTER);
        on.setTextBaseline(VPos.BOTTOM);
        on.fillText(Amounts.cents(chosen.estimatedTotal()), left() + (at + 0.5) * slot, top - 4);
    }

    private void paintLines(GraphicsContext on, CostScale scale, double width, double floor) {
        on.setFont(textFont());
        on.setTextAlign(TextAlignment.RIGHT);
        on.setTextBaseline(VPos.CENTER);
        for (BigDecimal amount : scale.lines()) {
            double y = Math.round(floor - (floor - top()) * scale.part(amount));
            on.setFill(color(LINE));
            on.fillRect(left(), y - 1, width - left(), 1);
            on.setFill(color(TEXT));
            on.fillText(amount.signum() == 0 ? "0" : Amounts.cents(amount), left() - 8, y);
        }
    }

    /// Free requests are taken off the requests' part, so that the bar ends at the estimate. What is less than half a
    /// pixel is not drawn: a stripe would make much of it.
    private void paintMonth(GraphicsContext on, MonthCost month, CostScale scale, double left, double slot, double floor) {
        double width = Math.min(WIDEST, Math.round(slot * FILLED));
        double x = Math.round(left + (slot - width) / 2);
        double y = floor - 1;
        BigDecimal requests = month.estimatedRequests().subtract(month.estimatedFree());
        for (var part : List.of(
                new Part(KEYS, month.estimatedStorage()),
                new Part(ROTATIONS, month.estimatedRotations()),
                new Part(REQUESTS, requests))) {
            double height = Math.max(0, Math.round((floor - top()) * scale.part(part.amount())));
            on.setFill(color(part.ink()));
            on.setGlobalAlpha(month.complete() ? 1 : 0.62);
            on.fillRect(x, y - height, width, height);
            on.setGlobalAlpha(1);
            y -= height;
        }
    }

    private record Part(Ink ink, BigDecimal amount) {}

    private void paintName(GraphicsContext on, Bars bars, int at, double middle, double slot, double floor, boolean chosen) {
        boolean each = slot >= NAME_LETTERS * textSize();
        boolean roomy = !each || slot >= YEAR_LETTERS * textSize();
        if (each || at % 3 == 0 || chosen) {
            on.setFill(color(chosen ? STRONG : TEXT));
            on.setFont(chosen ? Font.font(MEDIUM, textSize()) : textFont());
            on.setTextAlign(TextAlignment.CENTER);
            on.setTextBaseline(VPos.CENTER);
            on.fillText(Amounts.tick(bars.months().get(at).month(), at == 0, roomy), middle, floor + axis() / 2, slot * (each ? 0.98 : 2.6));
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> model.barsProperty()
                    .get()
                    .map(bars -> CostWords.sentence(bars.month(model.monthProperty().get()), bars.currency()))
                    .orElse(WORDS.get("bars"));
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> model.barsProperty().get().map(bars -> bars.months().size() - 1.0).orElse(0.0);
            case VALUE -> model.barsProperty()
                    .get()
                    .map(bars -> (double) bars.months().indexOf(bars.month(model.monthProperty().get())))
                    .orElse(0.0);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
