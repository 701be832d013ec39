package app.keyhold.desktop.frame;

import atlantafx.base.controls.ModalPane;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Dialogs over everything else. Takes the keyboard while it is shown and gives it back where it was.
final class ModalOverlay implements Overlay {
    private final ModalPane pane = new ModalPane();
    private @Nullable Node before;

    ModalOverlay() {
        pane.setId("overlay");
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.displayProperty().subscribe(shown -> {
            if (!shown && before != null) {
                before.requestFocus();
                before = null;
            }
        });
    }

    Node node() {
        return pane;
    }

    boolean isShown() {
        return pane.isDisplay();
    }

    @Override
    public void show(Node content) {
        if (!pane.isDisplay() && pane.getScene() != null) {
            before = pane.getScene().getFocusOwner();
        }
        pane.show(content);
        Platform.runLater(() -> FocusFinder.first(content).ifPresent(Node::requestFocus));
    }

    @Override
    public void close() {
        pane.hide(true);
    }
}
