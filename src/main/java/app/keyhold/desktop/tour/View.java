package app.keyhold.desktop.tour;

import app.keyhold.desktop.theme.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a picture is taken.
///
/// @param width in pixels
/// @param height in pixels
/// @param textSize in percent
/// @param mirrored as for a language that is written from right to left
public record View(int width, int height, Look look, int textSize, boolean mirrored) {
    /// From left to right.
    public View(int width, int height, Look look, int textSize) {
        this(width, height, look, textSize, false);
    }

    /// Light and dark, in the size of a laptop and of a screen.
    public static final List<View> USUAL = of(List.of(Look.LIGHT, Look.DARK), 100);

    /// Every look in both sizes, with text of twice the size where there is least room for it, and once mirrored.
    public static final List<View> ALL = all();

    private static List<View> all() {
        List<Look> looks = List.of(Look.values());
        var views = new ArrayList<>(of(looks, 100));
        looks.forEach(look -> views.add(new View(1280, 800, look, 200)));
        views.add(new View(1280, 800, Look.LIGHT, 100, true));
        return List.copyOf(views);
    }

    private static List<View> of(List<Look> looks, int textSize) {
        var views = new ArrayList<View>();
        for (Look look : looks) {
            views.add(new View(1280, 800, look, textSize));
        }
        for (Look look : looks) {
            views.add(new View(1920, 1080, look, textSize));
        }
        return List.copyOf(views);
    }

    /// `1280x800-light`, `1280x800-light-200`, `1280x800-light-mirrored`
    String suffix() {
        String size = width + "x" + height + "-" + look.name().toLowerCase(Locale.ROOT);
        return size + (textSize == 100 ? "" : "-" + textSize) + (mirrored ? "-mirrored" : "");
    }
}
