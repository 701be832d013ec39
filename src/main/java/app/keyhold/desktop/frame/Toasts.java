package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Notices above the middle of the status bar, where no screen has what one reads or presses next. Good news goes away after a while; a failure stays until it is closed.
final class Toasts extends VBox implements Notices {
    private static final Words WORDS = Words.of(Toasts.class);
    private static final Duration SHOWN = Duration.seconds(6);

    private final Consumer<String> mirror;
    private Optional<HBox> offer = Optional.empty();

    /// @param mirror also told what is shown
    Toasts(Consumer<String> mirror) {
        super(8);
        this.mirror = mirror;
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_CENTER);
        getStyleClass().add("toasts");
    }

    @Override
    public void toast(Tone tone, String text) {
        passes(add(tone, text));
    }

    @Override
    public void toast(Tone tone, String text, String verb, Runnable action) {
        offer.ifPresent(getChildren()::remove);
        var toast = add(tone, text);
        var button = new Button(verb);
        button.setId("toast-action");
        button.getStyleClass().add("small");
        button.setOnAction(_ -> {
            getChildren().remove(toast);
            action.run();
        });
        toast.getChildren().add(toast.getChildren().size() - 1, button);
        offer = Optional.of(toast);
        passes(toast);
    }

    private void passes(HBox toast) {
        var pause = new PauseTransition(SHOWN);
        pause.setOnFinished(_ -> getChildren().remove(toast));
        pause.play();
    }

    @Override
    public void problem(Problem problem) {
        add(Tone.BAD, problem.text());
    }

    private HBox add(Tone tone, String text) {
        var toast = new HBox();
        var close = Icons.button(Feather.X, WORDS.get("close"), () -> getChildren().remove(toast));
        close.getStyleClass().addAll("flat", "small");
        var message = Texts.wrapped(text);
        message.setMaxWidth(420);
        toast.getStyleClass().add("toast");
        toast.setMaxWidth(USE_PREF_SIZE);
        toast.getChildren()
                .addAll(Icons.of(tone.glyph(), tone == Tone.INFO ? "accented" : tone.style()), message, close);
        getChildren().add(toast);
        mirror.accept(text);
        return toast;
    }
}
