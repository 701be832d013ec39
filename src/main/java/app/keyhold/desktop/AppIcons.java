package app.keyhold.desktop;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/// The window's icon in the sizes systems ask for.
final class AppIcons {
    private AppIcons() {}

    static List<Image> all() {
        return Stream.of(16, 32, 48, 128)
                .map(size -> "icons/keyhold-" + size + ".png")
                .map(name -> new Image(Objects.requireNonNull(AppIcons.class.getResource(name), name).toExternalForm()))
                .toList();
    }
}
