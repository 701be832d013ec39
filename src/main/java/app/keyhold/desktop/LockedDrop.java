package app.keyhold.desktop;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes drops that no page took: nothing can be done with them before a vault is open.
final class LockedDrop {
    private final Consumer<List<Path>> keep;

    LockedDrop(Consumer<List<Path>> keep) {
        this.keep = keep;
    }

    void listenOn(Node window) {
        window.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (!files(event).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        window.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<Path> files = files(event);
            event.setDropCompleted(!files.isEmpty());
            if (!files.isEmpty()) {
                keep.accept(files);
            }
        });
    }

    private static List<Path> files(DragEvent event) {
        var board = event.getDragboard();
        List<File> files = board == null || !board.hasFiles() ? List.of() : board.getFiles();
        return files.stream().map(File::toPath).toList();
    }
}
