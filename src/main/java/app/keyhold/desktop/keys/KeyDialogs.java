package app.keyhold.desktop.keys;

import app.keyhold.desktop.due.Copies;
import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.keys.api.ApiLine;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The questions asked before something is done that lasts.
final class KeyDialogs {
    private static final Words WORDS = Words.of(KeyDialogs.class);

    private final Overlay overlay;
    private final KeyModel model;

    KeyDialogs(Overlay overlay, KeyModel model) {
        this.overlay = overlay;
        this.model = model;
    }

    void rotate(KeyView key) {
        DialogBox box = new DialogBox(
                WORDS.get("rotate.title", key.name()),
                Texts.wrapped(WORDS.get("rotate.sentence")),
                Texts.wrapped(WORDS.get("rotate.left", key.onDemandLeft(), Rotation.MAX_ON_DEMAND), "muted"),
                new ApiLine(() -> List.of(new RotateKeyOnDemand.Request(key.id()))));
        box.cancel(WORDS.get("dialog.cancel"), overlay::close);
        box.primary(WORDS.get("rotate.rotate", key.name()), () -> {
            overlay.close();
            model.act(new RotateKeyOnDemand.Request(key.id()), WORDS.get("did.rotated", key.name()));
        });
        overlay.show(box);
    }

    void scheduleDeletion(KeyView key) {
        DeletionModel deletion = new DeletionModel(key);
        Slider days = new Slider(DeletionModel.SHORTEST, DeletionModel.LONGEST, DeletionModel.LONGEST);
        days.setBlockIncrement(1);
        days.setMajorTickUnit(1);
        days.setSnapToTicks(true);
        days.setAccessibleText(WORDS.get("delete.daysName"));
        days.valueProperty().subscribe(value -> deletion.daysProperty().set((int) Math.round(value.doubleValue())));
        Label waiting = new Label();
        deletion.daysProperty().subscribe(count -> waiting.setText(WORDS.get("delete.days", count)));
        waiting.setLabelFor(days);
        Label outcome = Texts.wrapped("", "muted");
        outcome.textProperty().bind(deletion.outcome());
        Label copies = Texts.wrapped("", "warn-text");
        copies.managedProperty().bind(copies.textProperty().isNotEmpty());
        copies.setId("copies");
        model.backups(files -> copies.setText(Copies.warning(files)));
        Label files = Texts.wrapped(key.filesAtStake().orElse(""), "warn-text");
        files.setManaged(key.filesAtStake().isPresent());
        TextField typed = new TextField();
        typed.setId("typed-name");
        Label ask = new Label(WORDS.get("delete.type", key.confirmation()));
        ask.setLabelFor(typed);
        typed.setAccessibleText(ask.getText());
        typed.textProperty().bindBidirectional(deletion.typedProperty());
        DialogBox box = new DialogBox(
                WORDS.get("delete.title", key.title()),
                Texts.wrapped(WORDS.get("delete.sentence")),
                files,
                copies,
                new VBox(4, waiting, days, outcome),
                new VBox(4, ask, typed),
                new ApiLine(() -> List.of(deletion.request())));
        box.cancel(WORDS.get("delete.keep"), overlay::close);
        Button confirm = box.primary(WORDS.get("delete.title", key.name()), () -> {
            overlay.close();
            model.act(deletion.request(), WORDS.get("did.deletes", key.name(), deletion.daysProperty().get()));
        }, "danger");
        confirm.disableProperty().bind(deletion.confirmed().not());
        overlay.show(box);
    }
}
