package app.keyhold.desktop.tour;

import java.util.List;

/// A picture's size in pixels.
public record Size(int width, int height) {
    public static final List<Size> USUAL = List.of(new Size(1280, 800), new Size(1920, 1080));
}
