package app.keyhold.desktop.keys;

import app.keyhold.desktop.due.Copies;
import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Texts;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.alias.DeleteAlias;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The questions asked before something is done that lasts.
final class KeyDialogs {
    private final Overlay overlay;
    private final KeyModel model;
    private final Predicate<String> aliasTaken;

    KeyDialogs(Overlay overlay, KeyModel model, Predicate<String> aliasTaken) {
        this.overlay = overlay;
        this.model = model;
        this.aliasTaken = aliasTaken;
    }

    void rotate(KeyView key) {
        DialogBox box = new DialogBox(
                "Rotate " + key.name() + " now",
                Texts.wrapped("New data is encrypted with a fresh material from now on. Everything encrypted before still opens:"
                        + " earlier materials stay."),
                Texts.wrapped(key.onDemandLeft() + " of " + app.keyhold.kms.key.Rotation.MAX_ON_DEMAND
                        + " rotations on demand are left. The date of the next automatic one does not move.", "muted"));
        box.cancel("Cancel", overlay::close);
        box.primary("Rotate " + key.name(), () -> {
            overlay.close();
            model.act(new RotateKeyOnDemand.Request(key.id()), key.name() + " rotated. What it encrypted before still opens.");
        });
        overlay.show(box);
    }

    void scheduleDeletion(KeyView key) {
        DeletionModel deletion = new DeletionModel(key);
        Slider days = new Slider(DeletionModel.SHORTEST, DeletionModel.LONGEST, DeletionModel.LONGEST);
        days.setBlockIncrement(1);
        days.setMajorTickUnit(1);
        days.setSnapToTicks(true);
        days.setAccessibleText("Waiting period in days");
        days.valueProperty().subscribe(value -> deletion.daysProperty().set((int) Math.round(value.doubleValue())));
        Label waiting = new Label();
        waiting.textProperty().bind(deletion.daysProperty().asString("Waiting period: %d days"));
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
        Label ask = new Label("Type " + key.confirmation() + " to confirm");
        ask.setLabelFor(typed);
        typed.setAccessibleText(ask.getText());
        typed.textProperty().bindBidirectional(deletion.typedProperty());
        DialogBox box = new DialogBox(
                "Schedule deletion of " + key.title(),
                Texts.wrapped("Once it is deleted, nothing that it encrypted can ever be opened again: files, data keys, volumes."
                        + " Disabling it instead keeps that way back open."),
                files,
                copies,
                new VBox(4, waiting, days, outcome),
                new VBox(4, ask, typed));
        box.cancel("Keep the key", overlay::close);
        Button confirm = box.primary("Schedule deletion of " + key.name(), () -> {
            overlay.close();
            model.act(deletion.request(), key.name() + " is deleted in " + deletion.daysProperty().get() + " days unless you cancel");
        }, "danger");
        confirm.disableProperty().bind(deletion.confirmed().not());
        overlay.show(box);
    }

    /// A name moves by making the new one before the old one goes, so that the key is never without.
    void rename(KeyView key) {
        String old = key.key().aliases().getFirst();
        TextField name = new TextField(KeyWords.bare(old));
        Label label = new Label("New name");
        label.setLabelFor(name);
        name.setAccessibleText("New name");
        Label hint = Texts.wrapped("", "caption", "bad-text");
        DialogBox box = new DialogBox(
                "Rename " + old,
                Texts.wrapped("Whoever asks for " + old + " by name no longer finds this key. Data stays readable: it names the key by its id.", "muted"),
                new VBox(4, label, name, hint));
        box.cancel("Cancel", overlay::close);
        Button rename = box.primary("Rename", () -> {
            String now = KeyView.withPrefix(name.getText().strip());
            overlay.close();
            model.actInTurn(
                    List.of(new CreateAlias.Request(now, key.id()), new DeleteAlias.Request(old)), old + " is now " + now);
        });
        name.textProperty().subscribe(text -> {
            String now = KeyView.withPrefix(text.strip());
            hint.setText(aliasTaken.test(now) && !now.equals(old) ? "Another key has this name." : "");
            rename.setDisable(text.isBlank() || aliasTaken.test(now));
        });
        overlay.show(box);
    }

    void removeAlias(KeyView key, String alias) {
        DialogBox box = new DialogBox(
                "Remove " + alias,
                Texts.wrapped("The key and its data stay. Whoever asks for it by this name no longer finds it."));
        box.cancel("Keep it", overlay::close);
        box.primary("Remove " + alias, () -> {
            overlay.close();
            model.act(new DeleteAlias.Request(alias), alias + " removed");
        }, "danger");
        overlay.show(box);
    }
}
