package app.keyhold.desktop.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the view that lies beside a controller: `KeysController` has `keys.fxml`. `%key` in it is one of its package's [Words].
public final class Fxml {
    private static final String SUFFIX = "Controller"; // not words

    private Fxml() {}

    /// Fills the controller's `@FXML` fields, then calls its `initialize`.
    public static Parent load(Object controller) {
        String simple = controller.getClass().getSimpleName();
        String name = simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1, simple.length() - SUFFIX.length());
        URL view = Objects.requireNonNull(controller.getClass().getResource(name + ".fxml"), name);
        FXMLLoader loader = new FXMLLoader(view);
        if (controller.getClass().getResource("words.properties") != null) {
            loader.setResources(Words.of(controller.getClass()).bundle());
        }
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("The view " + name + ".fxml of this build can't be read", e);
        }
    }
}
