package app.keyhold.desktop.theme;

import app.keyhold.desktop.part.TextScale;
import app.keyhold.desktop.part.Words;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;

/// Dresses scenes. The style sheets hang on the scene, not on the application, so that two scenes can differ (pictures)
/// and pop-ups take theirs from the window they belong to.
public final class Theme {
    private static final List<String> SHEETS = 
            List.of("controls.css", "keyhold.css", "frame.css", "screens.css", "keys.css", "audit.css", "rotation.css", "cost.css", "access.css");
    private static final double BASE_SIZE = 13;
    private static final String WINDOWS_HIGH_CONTRAST = "Windows.SPI.HighContrast"; // not words
    private static final PseudoClass RIGHT_TO_LEFT = PseudoClass.getPseudoClass("rtl");

    private Theme() {}

    /// Keeps `scene` in step with the chosen appearance and, where that says so, with what the system wants.
    public static void follow(Scene scene, Appearance appearance) {
        var system = Platform.getPreferences();
        InvalidationListener dress = _ -> {
            dress(scene, look(appearance.schemeProperty().get(), system), appearance.textSizeProperty().get());
            calm(scene, appearance.stillProperty().get() || system.isReducedMotion());
        };
        appearance.schemeProperty().addListener(dress);
        appearance.textSizeProperty().addListener(dress);
        appearance.stillProperty().addListener(dress);
        system.addListener(dress);
        dress.invalidated(appearance.schemeProperty());
    }

    /// @param textSize in percent
    public static void dress(Scene scene, boolean dark, int textSize) {
        dress(scene, dark ? Look.DARK : Look.LIGHT, textSize);
    }

    /// For a scene whose root is still to come: with none, it would take the toolkit's own styles first.
    public static void prepare(Scene scene, Look look) {
        scene.setUserAgentStylesheet(look.userAgentSheet());
    }

    /// @param textSize in percent
    public static void dress(Scene scene, Look look, int textSize) {
        Fonts.load();
        prepare(scene, look);
        // Applies styles at once: not the toolkit's own, which know none of the theme's colours.
        mirror(scene, Words.isRightToLeft());
        scene.getStylesheets()
                .setAll(Stream.concat(
                                Stream.concat(Stream.of(look.tokens()), SHEETS.stream()).map(Theme::sheet),
                                Stream.of(sizes(textSize / 100.0)))
                        .toList());
        TextScale.set(scene, textSize / 100.0);
        scene.getPreferences().setColorScheme(look.isDark() ? ColorScheme.DARK : ColorScheme.LIGHT);
    }

    /// Lays everything out from the right, or from the left again.
    public static void mirror(Scene scene, boolean fromTheRight) {
        scene.setNodeOrientation(fromTheRight ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        scene.getRoot().pseudoClassStateChanged(RIGHT_TO_LEFT, fromTheRight);
    }

    /// What turns and slides by itself stands still.
    private static void calm(Scene scene, boolean still) {
        scene.getPreferences().setReducedMotion(still);
        if (still) {
            scene.getStylesheets().add(sheet("still.css"));
        }
    }

    static Look look(Scheme scheme, Platform.Preferences system) {
        return switch (scheme) {
            case DARK -> Look.DARK;
            case LIGHT -> Look.LIGHT;
            case CONTRAST -> Look.CONTRAST;
            case SYSTEM -> wantsContrast(system) ? Look.CONTRAST : system.getColorScheme() == ColorScheme.DARK ? Look.DARK : Look.LIGHT;
        };
    }

    /// Only Windows tells; elsewhere it is a person's choice.
    private static boolean wantsContrast(Platform.Preferences system) {
        return Boolean.TRUE.equals(system.get(WINDOWS_HIGH_CONTRAST));
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
                .icon { -fx-icon-size: %.2fpx; }
                .icon.small { -fx-icon-size: %.2fpx; }
                .icon.large { -fx-icon-size: %.2fpx; }
                .icon.choice-icon { -fx-icon-size: %.2fpx; }
                """,
                BASE_SIZE * scale,
                12 * scale,
                16 * scale,
                12 * scale,
                32 * scale,
                20 * scale);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
