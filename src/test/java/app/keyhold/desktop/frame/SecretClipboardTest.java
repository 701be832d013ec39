package app.keyhold.desktop.frame;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.OneStage;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SecretClipboardTest {
    private final SimpleIntegerProperty seconds = new SimpleIntegerProperty(0);
    private final Board board = new Board();
    private final Heard heard = new Heard();
    private DesktopRobot robot;

    @Start
    void start(Stage stage) {
        var scene = new Scene(new StackPane(), 100, 100);
        OneStage.show(stage, scene);
        stage.show();
        robot = new DesktopRobot(scene);
    }

    private SecretClipboard clipboard(SecretBoard board) {
        var made = new ArrayList<SecretClipboard>();
        robot.run(() -> made.add(new SecretClipboard(board, heard, seconds)));
        return made.getFirst();
    }

    private SecretClipboard.Outcome clear(SecretClipboard clipboard) {
        var outcome = new ArrayList<SecretClipboard.Outcome>();
        robot.run(() -> outcome.add(clipboard.clear()));
        return outcome.getFirst();
    }

    @Test
    void clearsTheSystemsClipboardAndHintsAtItsContent() {
        var clipboard = clipboard(new SystemBoard());
        robot.run(() -> {
            clipboard.copy("Secret access key", "wJalrXUtnFEMI");
            assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("wJalrXUtnFEMI");
            assertThat(DataFormat.lookupMimeType("x-kde-passwordManagerHint")).isNotNull();
        });

        assertThat(clear(clipboard)).isEqualTo(SecretClipboard.Outcome.CLEARED);
        robot.run(() -> assertThat(Clipboard.getSystemClipboard().hasString()).isFalse());
    }

    @Test
    void clearsAfterAWhile() {
        seconds.set(1);
        var clipboard = clipboard(board);
        robot.run(() -> clipboard.copy("Secret access key", "secret"));
        assertThat(heard.toasts).containsExactly("Secret access key copied. It is cleared from the clipboard in 1 s.");

        robot.waitFor("the clearing", () -> board.text.isEmpty());
        robot.waitFor("the word", () -> heard.toasts.contains("Cleared from the clipboard."));
    }

    @Test
    void leavesWhatElseWasCopied() {
        var clipboard = clipboard(board);
        robot.run(() -> clipboard.copy("Secret access key", "secret"));
        board.text = Optional.of("a shopping list");

        assertThat(clear(clipboard)).isEqualTo(SecretClipboard.Outcome.NOT_OURS);
        assertThat(board.text).contains("a shopping list");
    }

    @Test
    void saysWhenItCanNotBeConfirmed() {
        seconds.set(1);
        board.stubborn = true;
        var clipboard = clipboard(board);
        robot.run(() -> clipboard.copy("Secret access key", "secret"));

        robot.waitFor("the warning", () -> !heard.problems.isEmpty());
        assertThat(heard.problems.getFirst().text()).contains("could not be cleared").endsWith("Copy something else.");
        assertThat(clear(clipboard)).isEqualTo(SecretClipboard.Outcome.UNCONFIRMED);
    }

    private static final class Board implements SecretBoard {
        private Optional<String> text = Optional.empty();
        private boolean stubborn;

        @Override
        public void put(String secret) {
            text = Optional.of(secret);
        }

        @Override
        public Optional<String> text() {
            return text;
        }

        @Override
        public void clear() {
            if (!stubborn) {
                text = Optional.empty();
            }
        }
    }

    private static final class Heard implements Notices {
        private final List<String> toasts = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        @Override
        public void toast(Tone tone, String text) {
            toasts.add(text);
        }

        @Override
        public void toast(Tone tone, String text, String verb, Runnable action) {
            toasts.add(text);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
