package app.keyhold.desktop;

import app.keyhold.desktop.firstrun.Calibration;
import app.keyhold.desktop.firstrun.FirstRunController;
import app.keyhold.desktop.firstrun.FirstRunModel;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.lock.AutoLock;
import app.keyhold.desktop.lock.JobsOverLock;
import app.keyhold.desktop.lock.JobsUnderLock;
import app.keyhold.desktop.lock.LockSignal;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.restore.RestoreController;
import app.keyhold.desktop.restore.RestoreModel;
import app.keyhold.desktop.unlock.UnlockController;
import app.keyhold.desktop.unlock.UnlockModel;
import app.keyhold.files.JobQueue;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Vaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// What the window shows: the first run, the unlock page of a vault, or the frame of an open one; and the ways between
/// them. At most one vault is open at a time.
public final class Shell {
    private static final String NAME = "Keyhold";

    private final DesktopParts parts;
    private final Background background;
    private final Consumer<Path> reveal;
    private final StackPane root = new StackPane();
    private final ObservableMap<LockSignal, LockSignal.State> signals = FXCollections.observableHashMap();
    private final Ways ways;
    private Optional<OpenVault> vault = Optional.empty();
    private Optional<Frame> frame = Optional.empty();
    private Optional<JobQueue> jobs = Optional.empty();
    private Optional<JobsOverLock> overLock = Optional.empty();
    private Optional<Path> lockedFolder = Optional.empty();
    private final StringProperty title = new SimpleStringProperty(NAME);
    private Runnable leavePage = () -> {};
    private List<Path> waiting;

    /// @param reveal shows a file in the system's file manager
    public Shell(DesktopParts parts, Background background, Consumer<Path> reveal) {
        this.parts = parts;
        this.background = background;
        this.reveal = reveal;
        this.waiting = parts.opened();
        this.ways = new Ways(this);
        new LockedDrop(this::keepForLater).listenOn(root);
    }

    /// The vault asked for, else the last one, else the default one; the first run if there is none.
    public void start() {
        parts.unlocked().filter(open -> !open.isLocked()).ifPresentOrElse(this::opened, this::askForVault);
    }

    private void askForVault() {
        Path wanted = parts.vault()
                .or(() -> parts.preferences().recentVaults().stream().filter(Files::isDirectory).findFirst())
                .orElseGet(Vaults::defaultFolder);
        if (Files.isDirectory(wanted)) {
            showUnlock(wanted);
        } else {
            showFirstRun(wanted);
        }
    }

    public StackPane root() {
        return root;
    }

    /// `Keyhold`; while files are worked on `61 % · Keyhold`, which every task bar shows.
    ReadOnlyStringProperty titleProperty() {
        return title;
    }

    DesktopParts parts() {
        return parts;
    }

    public void showFirstRun(Path proposed) {
        var controller = new FirstRunController(
                new FirstRunModel(parts.vaults(), proposed, background, Calibration::measure), ways, parts.preferences().appearance());
        show(controller.root());
        leavePage = () -> controller.dispose().filter(made -> vault.filter(made::equals).isEmpty()).ifPresent(this::close);
    }

    public UnlockController showUnlock(Path folder) {
        var controller =
                new UnlockController(new UnlockModel(parts.vaults(), folder, background, this::opened), ways);
        show(controller.root());
        leavePage = controller::dispose;
        if (!waiting.isEmpty()) {
            controller.note(Tone.INFO, new Dropped(waiting).unlockFirst());
        }
        return controller;
    }

    void showRestore() {
        var controller = new RestoreController(
                new RestoreModel(parts.vaults(), background, this::opened), ways, this::start);
        show(controller.root());
        leavePage = controller::dispose;
    }

    /// Shows an open vault, and gives it the files that waited for it.
    public void opened(OpenVault opened) {
        opened(opened, List.of());
    }

    void opened(OpenVault opened, List<Path> files) {
        vault = Optional.of(opened);
        parts.preferences().remember(opened.folder());
        var queue = new JobQueue(
                parts.files().apply(opened), parts.preferences().rememberFilesProperty()::get);
        jobs = Optional.of(queue);
        var before = overLock.filter(_ -> lockedFolder.equals(Optional.of(opened.folder())));
        overLock = Optional.empty();
        var screens = Screens.of(queue, before, reveal, signals);
        Place first = screens.containsKey(Place.HOME) ? Place.HOME : screens.keySet().iterator().next();
        var shown = new Frame(
                opened,
                screens,
                first,
                parts.preferences(),
                background,
                parts.clock(),
                parts.timetables().apply(opened),
                this::lock);
        show(shown);
        leavePage = shown::dispose;
        frame = Optional.of(shown);
        title.bind(shown.titleProperty());
        before.ifPresent(told -> {
            shown.navigator().screen(Place.FILES); // what is still at work shows in the status bar
            shown.notices().toast(Tone.INFO, told.sentence());
        });
        var take = files.isEmpty() ? waiting : files;
        waiting = List.of();
        if (!take.isEmpty()) {
            shown.take(take);
        }
    }

    /// The computer sleeps or is locked; nothing to do where no vault is open. Any thread.
    public void outside(AutoLock.Reason reason) {
        background.onScreen(() -> lock(Optional.of(reason)));
    }

    /// Whether a signal of the system is heard on this machine. Any thread.
    public void hears(LockSignal signal, LockSignal.State state) {
        background.onScreen(() -> signals.put(signal, state));
    }

    /// Wipes the keys off this thread; the screens are gone at once.
    void lock(Optional<AutoLock.Reason> reason) {
        vault.ifPresent(open -> {
            vault = Optional.empty();
            frame = Optional.empty();
            title.unbind();
            title.set(NAME);
            overLock = jobs.flatMap(JobsOverLock::of);
            lockedFolder = Optional.of(open.folder());
            var controller = showUnlock(open.folder());
            reason.ifPresent(why -> controller.note(Tone.INFO, sentence(why)));
            jobs.ifPresent(queue -> letGo(queue, controller));
            close(open);
        });
    }

    /// Files that are being worked on hold their own data key: they finish under the lock or stop, as was chosen.
    private void letGo(JobQueue queue, UnlockController page) {
        queue.cancelQueued();
        var under = new JobsUnderLock(queue, background);
        if (parts.preferences().stopFilesOnLockProperty().get()) {
            under.stopAll();
        } else {
            page.attach(under);
        }
    }

    private static String sentence(AutoLock.Reason reason) {
        return switch (reason) {
            case IDLE -> "Locked because nothing was touched for a while.";
            case SLEPT -> "Locked because the computer was asleep.";
            case SESSION_LOCKED -> "Locked because the computer was locked.";
        };
    }

    private void close(OpenVault open) {
        background.run(
                () -> {
                    open.lock();
                    return open;
                },
                _ -> {},
                _ -> {});
    }

    private void show(Node page) {
        leavePage.run();
        leavePage = () -> {};
        root.getChildren().setAll(page);
    }

    void keepForLater(List<Path> files) {
        waiting = List.copyOf(files);
        vault.map(OpenVault::folder)
                .or(() -> parts.preferences().recentVaults().stream().findFirst())
                .ifPresent(this::showUnlock);
    }

    /// The frame of the open vault.
    public Optional<Frame> frame() {
        return frame;
    }

    /// The window closes: blocks until the keys are wiped.
    public void stop() {
        leavePage.run();
        jobs.ifPresent(JobQueue::close);
        vault.ifPresent(OpenVault::lock);
        vault = Optional.empty();
    }

    void report(Throwable failure) {
        frame.ifPresent(shown -> shown.notices().failed(failure));
    }

    void tryDemo() {
        parts.demo().ifPresent(demo -> background.run(demo, this::opened, this::report));
    }
}
