package app.keyhold.desktop;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/// Where the window was, in the units of the screens.
record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    /// So much of the title bar must be on a screen that it can be taken hold of.
    private static final double GRIP_WIDTH = 120;

    private static final double GRIP_HEIGHT = 24;

    static Optional<WindowPlace> parse(String note) {
        String[] parts = note.split(" ");
        try {
            return parts.length == 5
                    ? Optional.of(new WindowPlace(
                                    Double.parseDouble(parts[0]),
                                    Double.parseDouble(parts[1]),
                                    Double.parseDouble(parts[2]),
                                    Double.parseDouble(parts[3]),
                                    Boolean.parseBoolean(parts[4])))
                            .filter(WindowPlace::isFinite)
                    : Optional.empty();
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isFinite() {
        return Double.isFinite(x + y + width + height) && width > 0 && height > 0;
    }

    String note() {
        return String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f %s", x, y, width, height, maximized);
    }

    /// The same place if one of the screens shows it, else the middle of the first; never larger than its screen.
    ///
    /// @param screens what windows may cover of each, the primary one first
    WindowPlace on(List<Rectangle2D> screens) {
        var title = new Rectangle2D(x, y, width, GRIP_HEIGHT);
        var screen = screens.stream()
                .filter(area -> common(area, title) >= GRIP_WIDTH && y >= area.getMinY() - 1 && y <= area.getMaxY() - GRIP_HEIGHT)
                .max(Comparator.comparingDouble(area -> common(area, title)));
        if (screen.isPresent()) {
            var area = screen.get();
            return new WindowPlace(x, y, Math.min(width, area.getWidth()), Math.min(height, area.getHeight()), maximized);
        }
        return screens.isEmpty() ? this : centred(screens.getFirst());
    }

    private static double common(Rectangle2D area, Rectangle2D title) {
        return Math.min(area.getMaxX(), title.getMaxX()) - Math.max(area.getMinX(), title.getMinX());
    }

    private WindowPlace centred(Rectangle2D area) {
        double fittingWidth = Math.min(width, area.getWidth());
        double fittingHeight = Math.min(height, area.getHeight());
        return new WindowPlace(
                area.getMinX() + (area.getWidth() - fittingWidth) / 2,
                area.getMinY() + (area.getHeight() - fittingHeight) / 2,
                fittingWidth,
                fittingHeight,
                maximized);
    }
}
