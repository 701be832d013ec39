package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Files dragged over the window: a place under the pointer that takes them itself comes first, then the targets of the
/// overlay, then the whole window. The Files screen shows a drag in its own zone. Sources are copied from, never moved.
final class WindowDrop {
    private static final Words WORDS = Words.of(WindowDrop.class);

    private final DropTargets targets = new DropTargets();
    private final Supplier<DropReceiver> receiver;
    private final BooleanSupplier shownByScreen;
    private List<Path> dragged = List.of();
    private List<DropReceiver.Offer> offers = List.of();
    private Optional<DropSpot.Found> spot = Optional.empty();

    /// @param receiver takes what no place takes, and shows itself
    /// @param shownByScreen whether the receiver is in view and shows the drag in its own zone
    WindowDrop(Supplier<DropReceiver> receiver, BooleanSupplier shownByScreen) {
        this.receiver = receiver;
        this.shownByScreen = shownByScreen;
    }

    Node overlay() {
        return targets;
    }

    void listenOn(Node window) {
        window.addEventHandler(DragEvent.DRAG_OVER, event -> {
            List<Path> files = files(event);
            if (!files.isEmpty()) {
                over(node(event, window), event.getSceneX(), event.getSceneY(), files);
                if (isWelcome()) {
                    event.acceptTransferModes(TransferMode.COPY);
                }
                event.consume();
            }
        });
        window.addEventHandler(DragEvent.DRAG_EXITED_TARGET, event -> {
            if (event.getTarget() == window) {
                left();
            }
        });
        window.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<Path> files = files(event);
            if (!files.isEmpty()) {
                drop(node(event, window), event.getSceneX(), event.getSceneY(), files);
            }
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }

    private static Node node(DragEvent event, Node window) {
        return event.getTarget() instanceof Node node ? node : window;
    }

    /// @param under the innermost node below the pointer
    void over(Node under, double sceneX, double sceneY, List<Path> files) {
        var found = DropSpot.above(under, files);
        if (found.isPresent()) {
            overSpot(found.get());
            return;
        }
        leaveSpot();
        if (!files.equals(dragged)) {
            dragged = files;
            receiver.get().preview(files, this::offered);
        } else if (!targets.isVisible()) {
            offered(offers);
        }
        targets.under(sceneX, sceneY);
    }

    private void overSpot(DropSpot.Found found) {
        if (spot.map(DropSpot.Found::node).filter(found.node()::equals).isEmpty()) {
            leaveSpot();
            found.node().getStyleClass().add(style(found));
            targets.show(found.offer());
        }
        spot = Optional.of(found);
    }

    private void leaveSpot() {
        spot.ifPresent(before -> {
            before.node().getStyleClass().removeAll("drop-here", "no-drop-here");
            targets.hide();
        });
        spot = Optional.empty();
    }

    private static String style(DropSpot.Found found) {
        return found.offer().isWelcome() ? "drop-here" : "no-drop-here";
    }

    private void offered(List<DropReceiver.Offer> now) {
        offers = now;
        if (!dragged.isEmpty() && spot.isEmpty() && !shownByScreen.getAsBoolean() && !now.isEmpty()) {
            targets.show(now, WORDS.get("drop.beside"));
        }
    }

    private boolean isWelcome() {
        return spot.map(found -> found.offer().isWelcome()).orElse(true);
    }

    void drop(Node under, double sceneX, double sceneY, List<Path> files) {
        var found = DropSpot.above(under, files).map(DropSpot.Found::offer);
        var target = found.or(() -> targets.under(sceneX, sceneY).map(offers::get));
        left();
        target.ifPresentOrElse(offer -> offer.take().accept(files), () -> receiver.get().drop(files));
    }

    void left() {
        boolean shown = !dragged.isEmpty();
        forget();
        if (shown) {
            receiver.get().dragLeft();
        }
    }

    private void forget() {
        leaveSpot();
        targets.hide();
        dragged = List.of();
        offers = List.of();
    }

    /// Some systems hand over a drag without a board or without files.
    static List<Path> files(DragEvent event) {
        var board = event.getDragboard();
        List<File> files = board == null || !board.hasFiles() ? null : board.getFiles();
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }
}
