package app.keyhold.desktop.keys.policy;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.keys.api.ApiLine;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.ScrollArea;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// What is asked before a policy is saved.
final class PolicyDialog {
    private static final Words WORDS = Words.of(PolicyDialog.class);

    private final Overlay overlay;

    PolicyDialog(Overlay overlay) {
        this.overlay = overlay;
    }

    /// Shows what would change.
    void ask(PolicyModel policy) {
        var scroll = new ScrollArea(lines(policy.changes()));
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(320);
        scroll.setAccessibleText(WORDS.get("save.lines"));
        DialogBox box = new DialogBox(
                WORDS.get("save.title", policy.key().name()),
                Texts.wrapped(WORDS.get("save.sentence"), "muted"),
                scroll,
                new ApiLine(() -> List.of(policy.request())));
        box.cancel(WORDS.get("save.back"), overlay::close);
        box.primary(WORDS.get("save.save"), () -> {
            overlay.close();
            policy.save();
        });
        overlay.show(box);
    }

    private static VBox lines(List<LineDiff.Line> changes) {
        VBox lines = new VBox();
        lines.getStyleClass().add("diff");
        lines.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        for (LineDiff.Line line : changes) {
            Label label = switch (line.kind()) {
                case SAME -> Texts.of("  " + line.text(), "mono", "diff-same");
                case REMOVED -> Texts.of("− " + line.text(), "mono", "diff-removed");
                case ADDED -> Texts.of("+ " + line.text(), "mono", "diff-added");
            };
            label.setMaxWidth(Double.MAX_VALUE);
            lines.getChildren().add(label);
        }
        return lines;
    }

    /// The service refused because nobody like the caller could change the policy again; a typed name overrules it.
    void askLockedOut(PolicyModel policy) {
        String name = policy.key().name();
        TextField typed = new TextField();
        typed.setId("typed-name");
        Label ask = new Label(WORDS.get("lockout.type", name));
        ask.setLabelFor(typed);
        typed.setAccessibleText(ask.getText());
        DialogBox box = new DialogBox(
                WORDS.get("lockout.title"),
                Texts.wrapped(WORDS.get("lockout.sentence")),
                Texts.wrapped(WORDS.get("lockout.bypass"), "muted"),
                new VBox(4, ask, typed));
        box.cancel(WORDS.get("lockout.back"), overlay::close);
        Button anyway = box.primary(
                WORDS.get("lockout.anyway"),
                () -> {
                    overlay.close();
                    policy.saveAnyway();
                },
                "danger");
        anyway.setDisable(true);
        typed.textProperty().subscribe(text -> anyway.setDisable(!text.strip().equals(name)));
        overlay.show(box);
    }
}
