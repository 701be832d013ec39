package app.keyhold.desktop.frame;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
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
        pane.setPersistent(false);
        if (!pane.isDisplay() && pane.getScene() != null) {
            before = pane.getScene().getFocusOwner();
        }
        pane.show(content);
        Platform.runLater(() -> takeKeyboard(content));
    }

    private void takeKeyboard(Node content) {
        // What a scroll pane holds is in the scene once it has its skin: with the next pulse, if nobody asks before.
        pane.applyCss();
        // As ScrollArea: the pane's own would keep a picture as large as the window.
        pane.lookupAll(".viewport").forEach(shown -> shown.setCache(false));
        FocusFinder.first(content)
                .map(first -> isCancel(first) ? answer(content).orElse(first) : first)
                .ifPresent(Node::requestFocus);
    }

    @Override
    public void showUntilAnswered(Node content) {
        show(content);
        pane.setPersistent(true);
    }

    private static boolean isCancel(Node node) {
        return node instanceof Button button && button.isCancelButton();
    }

    /// Where there is nothing to fill in, Enter presses what the dialog is for, unless that can't be taken back.
    private static Optional<Node> answer(Node content) {
        return content.lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && button.isDefaultButton())
                .filter(node -> !node.isDisabled() && !node.getStyleClass().contains("danger"))
                .findFirst();
    }

    @Override
    public void close() {
        pane.setPersistent(false);
        pane.hide(true);
    }
}
