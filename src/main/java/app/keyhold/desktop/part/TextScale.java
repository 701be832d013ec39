package app.keyhold.desktop.part;

import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// How large a scene's text is. What fits side by side is decided by the letters in it, not by pixels: in a window of 1280
/// pixels with text of twice its size there is room for as much as in one of 640.
public final class TextScale {
    private static final Object KEY = TextScale.class;

    private TextScale() {}

    /// 1 for the usual size.
    public static void set(Scene scene, double scale) {
        property(scene).set(scale);
    }

    public static ReadOnlyDoubleProperty of(Scene scene) {
        return property(scene);
    }

    /// Tells how wide `region` is, in pixels at the usual text size, now and whenever width or text change; 0 before it
    /// was laid out.
    public static void follow(Region region, DoubleConsumer told) {
        var following = new Following(region, told);
        region.widthProperty().subscribe(following::tell);
        region.sceneProperty().subscribe(following::enter);
    }

    private static DoubleProperty property(Scene scene) {
        return (DoubleProperty) scene.getProperties().computeIfAbsent(KEY, _ -> new SimpleDoubleProperty(1));
    }

    private static final class Following {
        private final Region region;
        private final DoubleConsumer told;
        private Subscription scale = Subscription.EMPTY;

        Following(Region region, DoubleConsumer told) {
            this.region = region;
            this.told = told;
        }

        void enter(Scene scene) {
            scale.unsubscribe();
            scale = scene == null ? Subscription.EMPTY : property(scene).subscribe(this::tell);
            tell();
        }

        void tell() {
            var scene = region.getScene();
            told.accept(region.getWidth() / (scene == null ? 1 : property(scene).get()));
        }
    }
}
