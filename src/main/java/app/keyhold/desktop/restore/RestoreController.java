package app.keyhold.desktop.restore;

import app.keyhold.desktop.firstrun.FirstRunWays;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.GatePage;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.BackupInfo;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Which backup, what is in it, how that differs from today, and into which new folder. By hand, as everything that takes
/// a passphrase.
public final class RestoreController {
    private static final Words WORDS = Words.of(RestoreController.class);
    private static final String FIRST_USER = "owner";

    private final RestoreModel model;
    private final Formats formats;
    private final TextField backup = Texts.code(new TextField());
    private final TextField folder = Texts.code(new TextField());
    private final SecretField passphrase = new SecretField();
    private final SecretField today = new SecretField();
    private final ComboBox<String> users = new ComboBox<>();
    private final Button look = new Button(WORDS.get("look"));
    private final Button compare = new Button();
    private final Button restore = new Button(WORDS.get("restore"));
    private final Banner said = new Banner();
    private final Banner problem = new Banner();
    private final ComparisonView comparison;
    private final GatePage root;

    /// @param back leaves the page
    public RestoreController(RestoreModel model, Formats formats, FirstRunWays ways, Runnable back) {
        this.model = model;
        this.formats = formats;
        this.comparison = new ComparisonView(formats);
        name();
        var browse = new Button(WORDS.get("browse"));
        browse.setOnAction(_ -> ways.chooseFiles().stream().findFirst().ifPresent(file -> backup.setText(file.toString())));
        var leave = new Button(WORDS.get("back"));
        leave.setCancelButton(true);
        leave.setOnAction(_ -> back.run());
        var ring = new ProgressIndicator();
        ring.getStyleClass().add("ring");
        ring.visibleProperty().bind(model.busyProperty());
        var folderField = field(WORDS.get("field.folder"), folder);
        var todayField = field(WORDS.get("field.today"), today);
        var usersField = field(WORDS.get("field.user"), users);
        var card = new Card(
                Texts.of(WORDS.get("title"), "h1"),
                Texts.wrapped(WORDS.get("intro"), "muted"),
                field(WORDS.get("field.backup"), backup, browse),
                said,
                usersField,
                field(WORDS.get("field.passphrase"), passphrase),
                comparison,
                todayField,
                folderField,
                problem,
                new HBox(8, leave, new Spring(), ring, compare, look, restore));
        card.getStyleClass().addAll("restore-card", "groups");
        var looked = model.comparisonProperty().map(Optional::isPresent);
        shown(usersField, Bindings.size(users.getItems()).greaterThan(1).or(users.editableProperty()));
        shown(todayField, model.otherPassphraseProperty());
        for (Node late : List.of(comparison, folderField, restore)) {
            late.visibleProperty().bind(looked);
            late.managedProperty().bind(looked);
        }
        root = new GatePage(card);
        follow();
    }

    private void name() {
        backup.setId("backup");
        folder.setId("new-folder");
        passphrase.setId("backup-passphrase");
        today.setId("todays-passphrase");
        users.setId("backup-user");
        users.setMaxWidth(Double.MAX_VALUE);
        look.setId("look-into");
        compare.setId("compare");
        restore.setId("restore-now");
        said.setId("backup-says");
        problem.setId("restore-problem");
        look.getStyleClass().addAll("accent", "main");
        compare.getStyleClass().add("main");
        restore.getStyleClass().addAll("accent", "main");
    }

    private static void shown(Node node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private void follow() {
        backup.textProperty().subscribe(_ -> model.choose(path(backup).filter(Files::isRegularFile)));
        model.infoProperty().subscribe(info -> info.ifPresentOrElse(this::say, said::hide));
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        model.comparisonProperty().subscribe(this::show);
        model.presentProperty().subscribe(present -> {
            compare.setText(present.map(place -> WORDS.get("compare", place.getFileName())).orElse(""));
            propose();
        });
        look.setOnAction(_ -> model.look(user(), passphrase.secret()));
        compare.setOnAction(_ -> model.compare(user(), (model.otherPassphraseProperty().get() ? today : passphrase).secret()));
        restore.setOnAction(_ -> path(folder).ifPresent(to -> model.restore(to, user(), passphrase.secret())));
        var typed = passphrase.textProperty().isNotEmpty();
        look.disableProperty().bind(typed.not().or(model.busyProperty()).or(Bindings.createBooleanBinding(
                () -> model.infoProperty().get().isEmpty(), model.infoProperty())));
        compare.disableProperty().bind(typed.not().or(model.busyProperty()));
        restore.disableProperty().bind(typed.not().or(model.busyProperty()).or(Bindings.createBooleanBinding(
                () -> path(folder).isEmpty(), folder.textProperty())));
    }

    private void say(BackupInfo info) {
        said.show(
                Tone.INFO,
                WORDS.get(
                        "says",
                        formats.dateTime(info.made()),
                        info.keys(),
                        info.rows(),
                        String.join(", ", info.regions().stream().map(BackupInfo.RegionInfo::region).toList()),
                        formats.bytes(info.bytes())));
        users.setEditable(info.namesArePrivate());
        users.getItems().setAll(info.namesArePrivate() || info.users().isEmpty() ? List.of(FIRST_USER) : info.users());
        users.getSelectionModel().selectFirst();
    }

    private String user() {
        String chosen = users.isEditable() ? users.getEditor().getText().strip() : users.getValue();
        return chosen == null || chosen.isEmpty() ? FIRST_USER : chosen;
    }

    private void show(Optional<Comparison> found) {
        found.ifPresent(comparison::show);
        boolean looked = found.isPresent();
        look.setVisible(!looked);
        look.setManaged(!looked);
        look.setDefaultButton(!looked);
        restore.setDefaultButton(looked);
        boolean comparable = looked && model.presentProperty().get().isPresent() && found.get().now().isEmpty();
        compare.setVisible(comparable);
        compare.setManaged(comparable);
    }

    /// Beside the vault of today if there is one, else beside the backup.
    private void propose() {
        var beside = model.presentProperty().get().or(() -> path(backup));
        beside.map(Path::getParent).ifPresent(parent -> {
            Path proposed = parent.resolve(WORDS.get("newName"));
            for (int number = 2; Files.exists(proposed); number++) {
                proposed = parent.resolve(WORDS.get("newNameNumbered", number));
            }
            folder.setText(proposed.toString());
        });
    }

    private static VBox field(String text, Node labelled, Node... more) {
        var row = new HBox(8, labelled);
        HBox.setHgrow(labelled, Priority.ALWAYS);
        row.getChildren().addAll(more);
        return new VBox(4, FieldLabels.above(text, labelled), row);
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

    /// Fills in a backup that is known already.
    public void choose(Path file) {
        backup.setText(file.toString());
    }

    public Node root() {
        return root;
    }

    public void dispose() {
        model.dispose();
        passphrase.wipe();
        today.wipe();
    }
}
