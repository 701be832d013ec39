package app.keyhold.desktop.health;

import app.keyhold.desktop.frame.Command;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.health.Result.Finding;
import app.keyhold.desktop.lock.LockSignal;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.io.File;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The checks in a list, and beside it what the chosen one found.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class HealthController implements Screen {
    private static final Words WORDS = Words.of(HealthController.class);

    private final ScreenContext context;
    private final HealthModel model;
    private final Parent root;

    @FXML
    private SplitPane split;

    @FXML
    private VBox side;

    @FXML
    private Label when;

    @FXML
    private Button runAll;

    @FXML
    private Button save;

    @FXML
    private Banner problem;

    @FXML
    private ListView<Result> checks;

    @FXML
    private Label title;

    @FXML
    private HBox state;

    @FXML
    private Label what;

    @FXML
    private VBox findings;

    /// @param unfinished how many file jobs were left by a program that was killed
    public HealthController(
            ScreenContext context, Map<LockSignal, LockSignal.State> signals, Callable<Integer> unfinished) {
        this.context = context;
        this.model = new HealthModel(
                context.client(),
                context.background(),
                context.clock(),
                signals,
                unfinished,
                text -> context.notices().toast(Tone.OK, text));
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        Em.besideOrBelow(split, Em.of(side), 62, 0.5);
        checks.setItems(model.results());
        checks.setCellFactory(_ -> new Row());
        checks.getSelectionModel().selectedIndexProperty().subscribe(_ -> show());
        model.results().addListener((javafx.beans.Observable _) -> show());
        model.ranProperty()
                .subscribe(ran -> when.setText(
                        ran.map(at -> WORDS.get("health.ran", context.formats().dateTime(at))).orElse("")));
        model.ranProperty().subscribe((_, _) -> chooseFirstFinding());
        runAll.disableProperty().bind(model.runningProperty());
        save.disableProperty().bind(model.ranProperty().map(Optional::isEmpty));
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        checks.getSelectionModel().selectFirst();
    }

    /// What there is to do comes into view; where all is well, what was chosen stays.
    private void chooseFirstFinding() {
        model.results().stream()
                .filter(result -> !result.findings().isEmpty())
                .findFirst()
                .ifPresent(checks.getSelectionModel()::select);
    }

    private void show() {
        int at = checks.getSelectionModel().getSelectedIndex();
        if (at < 0 || at >= model.results().size()) {
            return;
        }
        Result result = model.results().get(at);
        title.setText(result.title());
        state.getChildren().setAll(badge(result));
        what.setText(result.note().isEmpty() ? explanation(result.topic()) : result.note());
        findings.getChildren().setAll(result.findings().stream().map(this::card).toList());
    }

    private static StateBadge badge(Result result) {
        return switch (result.state()) {
            case RUNNING -> new StateBadge(result.state().tone(), result.word(), Feather.LOADER);
            case NOTE -> new StateBadge(result.state().tone(), result.word(), Feather.INFO);
            case DAMAGE -> new StateBadge(result.state().tone(), result.word(), Feather.ALERT_OCTAGON);
            case UNKNOWN -> new StateBadge(result.state().tone(), result.word(), Feather.HELP_CIRCLE);
            case NOT_RUN, WELL, WARNING -> new StateBadge(result.state().tone(), result.word());
        };
    }

    private static String explanation(Topic topic) {
        return switch (topic) {
            case DATABASE -> WORDS.get("what.database");
            case CHAIN -> WORDS.get("what.chain");
            case ROWS -> WORDS.get("what.rows");
            case MATERIALS -> WORDS.get("what.materials");
            case ALIASES -> WORDS.get("what.aliases");
            case POLICIES -> WORDS.get("what.policies");
            case BACKUPS -> WORDS.get("what.backups");
            case KEYSLOTS -> WORDS.get("what.keyslots");
            case UNLOCK -> WORDS.get("what.unlock");
            case FOLDER -> WORDS.get("what.folder");
            case CLOCK -> WORDS.get("what.clock");
            case REGIONS -> WORDS.get("what.regions");
            case LOCK_SIGNALS -> WORDS.get("what.signals");
            case UNFINISHED -> WORDS.get("what.unfinished");
        };
    }

    private Node card(Finding found) {
        var about = Texts.wrapped(found.about(), "caption", "mono");
        var card = new Card(Texts.wrapped(found.what(), "medium"), about);
        if (!found.advice().isEmpty()) {
            card.getChildren().add(Texts.wrapped(found.advice()));
        }
        if (found.fix() != Fix.NONE) {
            var fix = new Button(WORDS.get(found.fix()));
            fix.getStyleClass().add("fix");
            fix.setOnAction(_ -> fix(found.fix()));
            card.getChildren().add(fix);
        }
        return card;
    }

    private void fix(Fix fix) {
        switch (fix) {
            case NONE -> {}
            case PERMISSIONS -> model.repairPermissions();
            case RECOVERY_SHEET, TEST_RECOVERY_SHEET -> context.navigation().open(Place.SETTINGS, "recovery-sheet");
            case BACKUP -> context.navigation().open(Place.SETTINGS, "backups");
            case RECALIBRATE -> context.navigation().open(Place.SETTINGS, "recalibrate");
            case REGIONS -> context.navigation().go(Place.REGIONS);
            case FILES -> context.navigation().go(Place.FILES);
        }
    }

    @FXML
    private void runAll() {
        model.runAll();
    }

    @FXML
    private void save() {
        var chooser = new FileChooser();
        chooser.setTitle(WORDS.get("health.saveTitle"));
        chooser.setInitialFileName("keyhold-health-" + LocalDate.now(context.clock()) + ".txt");
        File chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.save(chosen.toPath());
        }
    }

    @Override
    public double leastHeight() {
        return 30;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void focusSearch() {
        checks.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of(WORDS.get("health.runAll"), model::runAll), Command.of(WORDS.get("command.save"), this::save));
    }

    private static final class Row extends ListCell<Result> {
        @Override
        protected void updateItem(@Nullable Result result, boolean empty) {
            super.updateItem(result, empty);
            setText(null);
            if (empty || result == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            var name = Texts.of(result.title());
            name.setMinWidth(0);
            var badge = badge(result);
            badge.setMinWidth(USE_PREF_SIZE);
            var row = new HBox(name, new Spring(), badge);
            row.getStyleClass().add("holder-row");
            setGraphic(row);
            setAccessibleText(WORDS.get("health.row", result.title(), result.word()));
        }
    }
}
