package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Files dragged anywhere over the window raise this overlay with what a drop would do, unless the screen in view shows
/// that itself. Sources are copied from, never moved.
final class WindowDrop extends HBox {
    private final Supplier<DropReceiver> receiver;
    private final BooleanSupplier shownByScreen;
    private final Runnable accepted;
    private List<Path> dragged = List.of();

    /// @param shownByScreen whether the receiver is in view and shows the drag in its own zone
    /// @param accepted called before the receiver gets the files
    WindowDrop(Supplier<DropReceiver> receiver, BooleanSupplier shownByScreen, Runnable accepted) {
        this.receiver = receiver;
        this.shownByScreen = shownByScreen;
        this.accepted = accepted;
        getStyleClass().add("drop-overlay");
        setId("drop-overlay");
        setFillHeight(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void listenOn(Node window) {
        window.addEventHandler(DragEvent.DRAG_OVER, this::over);
        window.addEventHandler(DragEvent.DRAG_EXITED_TARGET, event -> {
            if (event.getTarget() == window) {
                left();
            }
        });
        window.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        List<Path> files = files(event);
        if (!files.isEmpty()) {
            event.acceptTransferModes(TransferMode.COPY);
            hover(files);
            event.consume();
        }
    }

    void hover(List<Path> files) {
        if (!files.equals(dragged)) {
            dragged = files;
            receiver.get().preview(files, this::show);
        }
    }

    private void show(List<DropReceiver.Offer> offers) {
        if (!dragged.isEmpty() && !shownByScreen.getAsBoolean()) {
            getChildren().setAll(offers.stream().map(WindowDrop::target).toList());
            setVisible(true);
        }
    }

    private static Node target(DropReceiver.Offer offer) {
        boolean welcome = offer.tone() != Tone.BAD;
        var target = new VBox(
                Icons.of(welcome ? Feather.UPLOAD : Feather.SLASH, "large", welcome ? "accented" : "bad"),
                Texts.of(offer.verb(), "lead"),
                Texts.of(offer.detail(), "muted"));
        target.getStyleClass().addAll("drop-target", welcome ? "accept" : "reject");
        return target;
    }

    private void dropped(DragEvent event) {
        List<Path> files = files(event);
        hide();
        if (!files.isEmpty()) {
            accepted.run();
            receiver.get().drop(files);
        }
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    void left() {
        if (!dragged.isEmpty()) {
            hide();
            receiver.get().dragLeft();
        }
    }

    private void hide() {
        dragged = List.of();
        setVisible(false);
        getChildren().clear();
    }

    /// Some systems hand over a drag without a board or without files.
    static List<Path> files(DragEvent event) {
        var board = event.getDragboard();
        List<File> files = board == null || !board.hasFiles() ? null : board.getFiles();
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }
}
