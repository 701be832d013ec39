package app.keyhold.desktop.part;

import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/// How large a scene's text is. What fits side by side is decided by the letters in it, not by pixels: in a window of 1280
/// pixels with text of twice its size there is room for as much as in one of 640.
public final class TextScale {
    private static final Object KEY = TextScale.class;

    private TextScale() {}

    /// 1 for the usual size.
    public static void set(Scene scene, double scale) {
        property(scene).set(scale);
    }

    /// That of the scene `node` is in, as long as it is in one; lives as long as `node`.
    public static ReadOnlyDoubleProperty of(Node node) {
        var scale = new ReadOnlyDoubleWrapper(1);
        node.sceneProperty().subscribe(scene -> {
            scale.unbind();
            if (scene != null) {
                scale.bind(property(scene));
            }
        });
        return scale.getReadOnlyProperty();
    }

    /// Tells how wide `region` is, in pixels at the usual text size, now and whenever width or text change; 0 before it
    /// was laid out.
    public static void follow(Region region, DoubleConsumer told) {
        var scale = of(region);
        Runnable tell = () -> told.accept(region.getWidth() / scale.get());
        region.widthProperty().subscribe(tell);
        scale.subscribe(tell);
        tell.run();
    }

    private static DoubleProperty property(Scene scene) {
        return (DoubleProperty) scene.getProperties().computeIfAbsent(KEY, _ -> new SimpleDoubleProperty(1));
    }
}
