package app.keyhold.desktop.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// A region that paints itself on a canvas with the theme's colours. Its inks are CSS properties
/// (`-kh-ink-use: -kh-use;`), so that a change of theme repaints it.
public abstract class Drawing extends Region {
    private static final CssMetaData<Drawing, Number> TEXT_SIZE =
            new CssMetaData<>("-kh-text-size", StyleConverter.getSizeConverter(), 11.0) {
                @Override
                public boolean isSettable(Drawing drawing) {
                    return true;
                }

                @Override
                public StyleableProperty<Number> getStyleableProperty(Drawing drawing) {
                    return drawing.textSize;
                }
            };

    private final Canvas canvas = new Canvas();
    private final SimpleStyleableDoubleProperty textSize =
            new SimpleStyleableDoubleProperty(TEXT_SIZE, this, "textSize", 11.0);
    private final Map<Ink, StyleableObjectProperty<Color>> inks = new HashMap<>();
    private final List<CssMetaData<? extends Styleable, ?>> metaData = new ArrayList<>(Region.getClassCssMetaData());

    protected Drawing(Ink... wanted) {
        for (Ink ink : wanted) {
            CssMetaData<Drawing, Color> meta = meta(ink);
            StyleableObjectProperty<Color> property = new SimpleStyleableObjectProperty<>(meta, this, ink.css(), ink.initial());
            property.subscribe(this::repaint);
            inks.put(ink, property);
            metaData.add(meta);
        }
        metaData.add(TEXT_SIZE);
        textSize.subscribe(this::repaint);
        getChildren().add(canvas);
        // A canvas is not mirrored, and time runs from left to right everywhere.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    }

    /// What is written in it grows with the text around it: `-kh-text-size` in em. In pixels.
    protected final double textSize() {
        return textSize.get();
    }

    /// Told when the text grows or shrinks, for what has to make room.
    protected final void onTextSize(Runnable action) {
        textSize.subscribe(action);
    }

    protected final Font textFont() {
        return Font.font("Inter", textSize()); // not words
    }

    /// A colour by its name in CSS, and what it is while no stylesheet says.
    public record Ink(String css, Color initial) {}

    /// Paints everything anew; the canvas is cleared by then.
    protected abstract void paint(GraphicsContext on, double width, double height);

    /// Asks for a repaint in the next pulse.
    public final void repaint() {
        requestLayout();
    }

    protected final Color color(Ink ink) {
        return property(ink).get();
    }

    private StyleableObjectProperty<Color> property(Ink ink) {
        return Objects.requireNonNull(inks.get(ink), ink.css());
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, height);
        if (width > 0 && height > 0) {
            paint(graphics, width, height);
        }
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return metaData;
    }

    private static CssMetaData<Drawing, Color> meta(Ink ink) {
        return new CssMetaData<>(ink.css(), StyleConverter.getColorConverter(), ink.initial()) {
            @Override
            public boolean isSettable(Drawing drawing) {
                return !drawing.property(ink).isBound();
            }

            @Override
            public StyleableProperty<Color> getStyleableProperty(Drawing drawing) {
                return drawing.property(ink);
            }
        };
    }
}
