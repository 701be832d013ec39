package app.keyhold.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;

/// Dresses scenes. The style sheets hang on the scene, not on the application, so that two scenes can differ (pictures)
/// and pop-ups take theirs from the window they belong to.
public final class Theme {
    private static final List<String> SHEETS = 
            List.of("controls.css", "keyhold.css", "frame.css", "screens.css", "keys.css", "audit.css", "rotation.css", "cost.css", "access.css");
    private static final double BASE_SIZE = 13;

    private Theme() {}

    /// Keeps `scene` in step with the chosen appearance and, where that says so, with the system's scheme.
    public static void follow(Scene scene, Appearance appearance) {
        InvalidationListener dress =
                _ -> dress(scene, isDark(appearance.schemeProperty().get()), appearance.textSizeProperty().get());
        appearance.schemeProperty().addListener(dress);
        appearance.textSizeProperty().addListener(dress);
        Platform.getPreferences().colorSchemeProperty().addListener(dress);
        dress.invalidated(appearance.schemeProperty());
    }

    /// @param textSize in percent
    public static void dress(Scene scene, boolean dark, int textSize) {
        Fonts.load();
        scene.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(Stream.concat(
                                Stream.concat(Stream.of(dark ? "dark.css" : "light.css"), SHEETS.stream())
                                        .map(Theme::sheet),
                                Stream.of(sizes(textSize / 100.0)))
                        .toList());
    }

    private static boolean isDark(Scheme scheme) {
        return switch (scheme) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }

    /// Icon fonts measure in their own size and pop-ups start from their own root: these sizes can't be em.
    private static String sizes(double scale) {
        String css = String.format(
                Locale.ROOT,
                """
                .root { -fx-font-size: %.2fpx; }
                .tooltip { -fx-font-size: %.2fpx; }
                .ikonli-font-icon { -fx-icon-size: %.2fpx; }
                .ikonli-font-icon.small { -fx-icon-size: %.2fpx; }
                .ikonli-font-icon.large { -fx-icon-size: %.2fpx; }
                """,
                BASE_SIZE * scale,
                12 * scale,
                16 * scale,
                12 * scale,
                32 * scale);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
