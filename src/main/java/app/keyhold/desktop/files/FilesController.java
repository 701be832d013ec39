package app.keyhold.desktop.files;

import app.keyhold.desktop.frame.Command;
import app.keyhold.desktop.frame.DropReceiver;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.lock.JobsOverLock;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.TextScale;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.files.Batch;
import app.keyhold.files.JobQueue;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The Files screen: drop zone, sheet, jobs.
public final class FilesController implements Screen, DropReceiver, DropOffers.Taker {
    private static final Words WORDS = Words.of(FilesController.class);
    private static final double BOTH_NEED = 760;

    private final ScreenContext context;
    private final JobsModel jobsModel;
    private final JobsController jobs;
    private final UnfinishedModel unfinished;
    private final FilesModel model;
    private final OlderFiles older;
    private final DropOffers offers;
    private Optional<JobsOverLock> overLock;
    private final DropZone zone;
    private final SheetController sheet;
    private final Node root;
    private final String session = ScreenContext.screenSession(Place.FILES);

    private final HBox both = new HBox();
    private Node work;
    private boolean crowded;

    @FXML private BorderPane screen;
    @FXML private StackPane zoneHolder;
    @FXML private VBox leftOver;
    @FXML private StackPane jobsHolder;

    /// @param overLock what was at work when the vault was locked the last time
    /// @param reveal shows a file in the system's file manager
    @SuppressWarnings("NullAway.Init") // the loader fills the fields
    public FilesController(
            ScreenContext context, JobQueue queue, Optional<JobsOverLock> overLock, Consumer<Path> reveal) {
        this.context = context;
        this.overLock = overLock;
        jobsModel = new JobsModel(queue, context.background(), context.formats());
        jobs = new JobsController(context, jobsModel, reveal);
        unfinished = new UnfinishedModel(queue, jobsModel, context.background());
        model = new FilesModel(
                context.client(), jobsModel, context.background(), context.formats(), context.preferences());
        older = new OlderFiles(context.client(), context.background());
        offers = new DropOffers(model.sheet(), context.formats(), this);
        zone = new DropZone(context.formats(), this::browse, this::browseFolder, this::paste);
        sheet = new SheetController(
                model, context.formats(), context.preferences(), () -> chooseFolder(WORDS.get("files.resultsFolder")), this::start);
        root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        work = screen.getCenter();
        both.getChildren().setAll(work);
        screen.setCenter(both);
        HBox.setHgrow(work, Priority.ALWAYS);
        HBox.setHgrow(sheet.root(), Priority.SOMETIMES);
        TextScale.follow(screen, width -> {
            crowded = width > 0 && width < BOTH_NEED;
            place(!model.surveyProperty().get().isEmpty());
        });
        zoneHolder.getChildren().setAll(zone);
        jobsHolder.getChildren().setAll(jobs.root());
        unfinished.all().addListener((InvalidationListener) _ -> showOffers());
        older.offeredProperty().subscribe(_ -> showOffers());
        overLock.ifPresent(before -> jobsModel.follow(before.queue(), before.batches()));
        jobsModel.inBriefProperty().subscribe(_ -> showOffers());
        unfinished.look(() -> context.notices()
                .toast(Tone.WARN, WORDS.get("files.interrupted")));
        InvalidationListener show = _ -> show();
        model.surveyProperty().addListener(show);
        model.hoveringProperty().addListener(show);
        model.sheet().keyProperty().addListener(show);
        model.sheet().formProperty().addListener(show);
        model.sheet().originalProperty().addListener(show);
        model.sheet().further().addListener(show);
        show();
    }

    private void showOffers() {
        leftOver.getChildren().setAll(unfinished.all().stream()
                .map(left -> new UnfinishedNote(
                        left,
                        context.formats(),
                        () -> unfinished.resume(left, context.notices()::failed),
                        () -> unfinished.cleanUp(left, this::tellRemoved, context.notices()::failed)))
                .toList());
        overLock.ifPresent(before -> leftOver.getChildren()
                .add(new OverLockNote(
                        before.sentence(),
                        !before.left().isEmpty(),
                        () -> settleOverLock(List.of()),
                        () -> settleOverLock(before.left()))));
        List<Path> onOlder = older.offeredProperty().get();
        if (!onOlder.isEmpty()) {
            leftOver.getChildren()
                    .add(new OlderNote(
                            onOlder, () -> model.reencrypt(older.settle()), older::settle));
        }
        leftOver.setManaged(!leftOver.getChildren().isEmpty());
    }

    private void settleOverLock(List<Batch> goOn) {
        overLock = Optional.empty();
        jobsModel.goOn(goOn);
        showOffers();
    }

    private void tellRemoved(int parts) {
        context.notices()
                .toast(Tone.OK, WORDS.get("files.removed", parts));
    }

    /// What hovers comes before what waits on the sheet.
    private void show() {
        var hovering = model.hoveringProperty().get();
        var survey = model.surveyProperty().get();
        var shown = hovering.isEmpty() ? survey : hovering;
        zone.show(shown, model.sheet(), refusal(shown));
        boolean open = !survey.isEmpty();
        boolean before = both.getChildren().contains(sheet.root());
        place(open);
        if (open && !before) {
            sheet.focus();
        }
    }

    /// Beside zone and jobs, or in their place. Moved to another parent while the
    /// screen comes into view, it would have no style.
    private void place(boolean open) {
        boolean alone = open && crowded;
        if (!open) {
            both.getChildren().remove(sheet.root());
        } else if (!both.getChildren().contains(sheet.root())) {
            both.getChildren().add(sheet.root());
        }
        work.setVisible(!alone);
        work.setManaged(!alone);
        var styles = sheet.root().getStyleClass();
        if (!alone) {
            styles.remove("alone");
        } else if (!styles.contains("alone")) {
            styles.add("alone");
        }
    }

    private void start() {
        var uncommitted = model.uncommitted();
        if (uncommitted.isEmpty()) {
            model.start(false);
        } else {
            boolean others = !model.surveyProperty().get().onlyCommitted().isEmpty();
            context.overlay()
                    .show(UncommittedQuestion.of(
                            uncommitted,
                            others,
                            context.overlay(),
                            () -> {
                                model.leaveOutUncommitted();
                                model.start(false);
                            },
                            () -> model.start(true)));
        }
    }

    private Optional<String> refusal(Survey survey) {
        return survey.encrypt().isEmpty() ? Optional.empty() : model.sheet().keyMissing();
    }

    @Override
    public double leastHeight() {
        return 40;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void onShow() {
        model.loadKeys(session, context.notices()::failed);
        older.look(session);
    }

    /// Makes a key the one to encrypt with; the next drop uses it.
    @Override
    public void open(String subject) {
        model.sheet().choose(subject);
    }

    @Override
    public boolean escape() {
        boolean open = !model.surveyProperty().get().isEmpty();
        model.putAway();
        return open;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of(WORDS.get("command.encrypt"), "Shortcut+E", this::browse),
                Command.of(WORDS.get("command.decrypt"), "Shortcut+D", this::browse),
                Command.of(WORDS.get("command.folder"), this::browseFolder),
                Command.of(WORDS.get("command.paste"), "Shortcut+V", this::paste),
                Command.of(WORDS.get("command.clear"), jobsModel::clearFinished));
    }

    @Override
    public void preview(List<Path> dragged, Consumer<List<Offer>> tell) {
        model.hover(dragged);
        tell.accept(offers.of(model.hoveringProperty().get()));
        InvalidationListener[] grown = new InvalidationListener[1];
        grown[0] = _ -> {
            if (model.hoveringProperty().get().isEmpty()) {
                model.hoveringProperty().removeListener(grown[0]);
            } else {
                tell.accept(offers.of(model.hoveringProperty().get()));
            }
        };
        model.hoveringProperty().addListener(grown[0]);
    }

    @Override
    public void dragLeft() {
        model.hoverEnds();
    }

    @Override
    public void drop(List<Path> dropped) {
        take(dropped, UnaryOperator.identity(), DropOffers.nothing());
    }

    @Override
    public void encrypt(List<Path> dropped, String keyId) {
        model.sheet().choose(keyId);
        take(dropped, Survey::onlyPlain, DropOffers.encryptedAlready());
    }

    @Override
    public void reencrypt(List<Path> files) {
        context.navigation().go(Place.FILES);
        model.reencrypt(files);
    }

    @Override
    public void take(List<Path> files, UnaryOperator<Survey> part, String nothing) {
        context.navigation().go(Place.FILES);
        if (model.sheet().keys().isEmpty()) {
            model.loadKeys(session, context.notices()::failed);
        }
        model.take(files, part, () -> context.notices().toast(Tone.INFO, nothing));
    }

    @Override
    public void dispose() {
        jobsModel.stop();
    }

    private void browse() {
        var chooser = new FileChooser();
        chooser.setTitle(WORDS.get("files.choose"));
        List<File> files = chooser.showOpenMultipleDialog(window());
        if (files != null) {
            drop(files.stream().map(File::toPath).toList());
        }
    }

    private void paste() {
        var clipboard = Clipboard.getSystemClipboard();
        List<File> files = clipboard.hasFiles() ? clipboard.getFiles() : List.of();
        if (files.isEmpty()) {
            context.notices().toast(Tone.INFO, WORDS.get("files.noneOnClipboard"));
        } else {
            drop(files.stream().map(File::toPath).toList());
        }
    }

    private void browseFolder() {
        chooseFolder(WORDS.get("files.chooseFolder")).ifPresent(folder -> drop(List.of(folder)));
    }

    private Optional<Path> chooseFolder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(window())).map(File::toPath);
    }

    private Window window() {
        return root.getScene().getWindow();
    }
}
