package app.keyhold.desktop.restore;

import app.keyhold.desktop.firstrun.FirstRunWays;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Which backup, into which new folder, with which passphrase. By hand, as everything that takes a passphrase.
public final class RestoreController {
    private final RestoreModel model;
    private final TextField backup = new TextField();
    private final TextField folder = new TextField();
    private final SecretField passphrase = new SecretField();
    private final Button restore = new Button("Restore the backup");
    private final Banner problem = new Banner();
    private final StackPane root;

    /// @param back leaves the page
    public RestoreController(RestoreModel model, FirstRunWays ways, Runnable back) {
        this.model = model;
        backup.setId("backup");
        folder.setId("new-folder");
        passphrase.setId("backup-passphrase");
        restore.setId("restore-now");
        restore.getStyleClass().addAll("accent", "main");
        restore.setDefaultButton(true);
        restore.setOnAction(_ -> restore());
        restore.disableProperty()
                .bind(Bindings.createBooleanBinding(
                                () -> path(backup).isEmpty() || path(folder).isEmpty() || passphrase.secretLength() == 0,
                                backup.textProperty(),
                                folder.textProperty(),
                                passphrase.textProperty())
                        .or(model.busyProperty()));
        var browse = new Button("Browse…");
        browse.setOnAction(_ -> ways.chooseFiles().stream().findFirst().ifPresent(file -> backup.setText(file.toString())));
        var leave = new Button("Back");
        leave.setCancelButton(true);
        leave.setOnAction(_ -> back.run());
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        var card = new Card(
                Texts.of("Restore a backup", "h1"),
                Texts.wrapped(
                        "The copy goes into a new folder and becomes a vault of its own. Nothing that is there is"
                                + " overwritten, the backup included.",
                        "muted"),
                field("_Backup file", backup, browse),
                field("_New folder", folder),
                field("_Passphrase it had then", passphrase),
                problem,
                new HBox(8, leave, new Spring(), restore));
        card.getStyleClass().addAll("gate-card", "groups");
        card.setMaxHeight(Card.USE_PREF_SIZE);
        root = new StackPane(card);
        root.getStyleClass().add("gate");
    }

    private static VBox field(String text, Node labelled, Node... more) {
        var label = new Label(text);
        label.setMnemonicParsing(true);
        label.setLabelFor(labelled);
        label.getStyleClass().add("caption");
        var row = new HBox(8, labelled);
        HBox.setHgrow(labelled, Priority.ALWAYS);
        row.getChildren().addAll(more);
        return new VBox(4, label, row);
    }

    private static Optional<Path> path(TextField field) {
        try {
            return Optional.of(field.getText().strip())
                    .filter(text -> !text.isEmpty())
                    .map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void restore() {
        path(backup).ifPresent(file -> path(folder).ifPresent(to -> model.restore(file, to, passphrase.secret())));
    }

    public Node root() {
        return root;
    }

    public void dispose() {
        passphrase.wipe();
    }
}
