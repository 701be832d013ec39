package app.keyhold.desktop.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.text.Font;

/// Inter and JetBrains Mono (both OFL, licences beside the files), so that a bare machine and every system show the same.
/// JavaFX knows only regular and bold of a family: the weights between are families of their own, "Inter Medium" and
/// "Inter Semi Bold".
final class Fonts {
    private static final List<String> FILES = Stream.concat(
                    Stream.of("Regular", "Medium", "SemiBold", "Bold").map(weight -> "Inter-" + weight + ".otf"), // not words
                    Stream.of("Regular", "Medium").map(weight -> "JetBrainsMono-" + weight + ".ttf")) // not words
            .toList();

    private static boolean loaded;

    private Fonts() {}

    static synchronized void load() {
        if (!loaded) {
            FILES.forEach(Fonts::load);
            loaded = true;
        }
    }

    private static void load(String file) {
        try (var bytes = Fonts.class.getResourceAsStream("fonts/" + file)) {
            if (bytes == null || Font.loadFont(bytes, 13) == null) {
                throw new IllegalStateException("The font " + file + " is missing from this build or damaged");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
