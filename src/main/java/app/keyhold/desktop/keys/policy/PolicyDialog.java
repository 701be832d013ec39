package app.keyhold.desktop.keys.policy;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Shows what would change before a policy is saved.
final class PolicyDialog {
    private final Overlay overlay;

    PolicyDialog(Overlay overlay) {
        this.overlay = overlay;
    }

    void ask(KeyView key, List<LineDiff.Line> changes, Runnable save) {
        VBox lines = new VBox();
        lines.getStyleClass().add("diff");
        for (LineDiff.Line line : changes) {
            String sign = switch (line.kind()) {
                case SAME -> "  ";
                case REMOVED -> "− ";
                case ADDED -> "+ ";
            };
            Label label = Texts.of(sign + line.text(), "mono", "diff-" + line.kind().name().toLowerCase(java.util.Locale.ROOT));
            label.setMaxWidth(Double.MAX_VALUE);
            lines.getChildren().add(label);
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(320);
        scroll.setAccessibleText("Changed lines");
        DialogBox box = new DialogBox(
                "Save the policy of " + key.name(),
                Texts.wrapped("Keyhold refuses a policy that would leave nobody able to change it again.", "muted"),
                scroll);
        box.cancel("Go on editing", overlay::close);
        box.primary("Save policy", () -> {
            overlay.close();
            save.run();
        });
        overlay.show(box);
    }
}
