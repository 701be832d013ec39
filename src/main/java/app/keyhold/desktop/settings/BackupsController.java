package app.keyhold.desktop.settings;

import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.operation.KnownBackups.Backup;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// Binds the card of backups.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class BackupsController {
    private static final Words WORDS = Words.of(BackupsController.class);
    private static final int SHOWN = 6;

    private final BackupsModel model;
    private final Formats formats;
    private final Clock clock;
    private final String vaultName;
    private final Parent root;

    @FXML
    private VBox list;

    @FXML
    private Button backUp;

    @FXML
    private Banner problem;

    BackupsController(BackupsModel model, Formats formats, Clock clock, String vaultName) {
        this.model = model;
        this.formats = formats;
        this.clock = clock;
        this.vaultName = vaultName;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        backUp.disableProperty().bind(model.workingProperty());
        backUp.textProperty().bind(model.workingProperty().map(working -> WORDS.get(working ? "backups.working" : "backups.backUp")));
        model.backups().addListener((javafx.beans.Observable _) -> show());
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        show();
    }

    private void show() {
        list.getChildren().setAll(model.backups().stream().limit(SHOWN).map(this::line).toList());
        int more = model.backups().size() - SHOWN;
        if (model.backups().isEmpty()) {
            list.getChildren().add(Texts.of(WORDS.get("backups.none"), "muted"));
        } else if (more > 0) {
            list.getChildren().add(Texts.of(WORDS.get("backups.more", more), "caption"));
        }
    }

    private Node line(Backup backup) {
        var file = Texts.of(backup.file(), "mono");
        file.setMinWidth(0);
        var made = Texts.of(backup.made().map(formats::relative).orElse(""), "muted");
        made.setMinWidth(Button.USE_PREF_SIZE);
        var line = new HBox(8, file, new Spring(), made);
        if (backup.there()) {
            var there = new StateBadge(Tone.OK, WORDS.get("backups.there"));
            there.setMinWidth(StateBadge.USE_PREF_SIZE);
            line.getChildren().add(there);
        } else {
            line.getChildren().addAll(new StateBadge(Tone.OFF, WORDS.get("backups.notThere")), forget(backup));
        }
        line.getStyleClass().add("home-row");
        return line;
    }

    private Node forget(Backup backup) {
        var forget = Icons.button(Feather.X, WORDS.get("backups.forget", backup.file()), () -> model.forget(backup));
        forget.getStyleClass().addAll("flat", "small");
        return forget;
    }

    @FXML
    private void backUp() {
        var chooser = new FileChooser();
        chooser.setTitle(WORDS.get("backups.chooser"));
        chooser.setInitialFileName(vaultName + "-" + LocalDate.now(clock) + ".keyhold-backup");
        Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow()))
                .map(File::toPath)
                .map(Path::toAbsolutePath)
                .ifPresent(model::backUp);
    }

    Parent root() {
        return root;
    }
}
