package app.keyhold.desktop;

import app.keyhold.desktop.firstrun.Calibration;
import app.keyhold.desktop.firstrun.FirstRunController;
import app.keyhold.desktop.firstrun.FirstRunModel;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.SecretClipboard;
import app.keyhold.desktop.lock.AutoLock;
import app.keyhold.desktop.lock.BehindWindow;
import app.keyhold.desktop.lock.JobsOverLock;
import app.keyhold.desktop.lock.JobsUnderLock;
import app.keyhold.desktop.lock.LockSignal;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.desktop.restore.RestoreController;
import app.keyhold.desktop.restore.RestoreModel;
import app.keyhold.desktop.single.Handed;
import app.keyhold.desktop.unlock.RecoverController;
import app.keyhold.desktop.unlock.RecoverModel;
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
public final class Shell implements Frame.Locks {
    private static final Words WORDS = Words.of(Shell.class);

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
    private final StringProperty title = new SimpleStringProperty(WORDS.get("title"));
    private Runnable leavePage = () -> {};
    /// What was typed before the computer was locked opens nothing after it.
    private Runnable interrupt = () -> {};
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
        lockedFolder = Optional.of(folder);
        var controller =
                new UnlockController(new UnlockModel(parts.vaults(), folder, background, this::opened), ways);
        show(controller.root());
        leavePage = controller::dispose;
        interrupt = () -> controller.interrupt(WORDS.get("lock.stopped"));
        if (!waiting.isEmpty()) {
            controller.note(Tone.INFO, new Dropped(waiting).unlockFirst());
        }
        return controller;
    }

    /// A new passphrase for a vault, by its recovery sheet.
    public void showRecover(Path folder) {
        var controller = new RecoverController(
                new RecoverModel(parts.vaults(), folder, background, this::recovered), () -> showUnlock(folder));
        show(controller.root());
        leavePage = controller::dispose;
        interrupt = () -> showUnlock(folder);
    }

    private void recovered(OpenVault opened, List<String> stillOpening) {
        opened(opened);
        frame.ifPresent(shown -> shown.notices().toast(Tone.OK, WORDS.get("recovered", stillOpening.size())));
    }

    /// A backup into a new folder.
    public void showRestore() {
        var controller = new RestoreController(
                new RestoreModel(parts.vaults(), ways.recentVaults(), background, this::opened),
                new Formats(parts.clock()),
                ways,
                this::start);
        show(controller.root());
        leavePage = controller::dispose;
        interrupt = this::showRestore;
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
                parts.preferences().view(),
                background,
                parts.clock(),
                parts.timetables().apply(opened),
                this);
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
    @Override
    public void lock(Optional<AutoLock.Reason> reason) {
        vault.ifPresentOrElse(open -> {
            parts.preferences().languageProperty().get().apply();
            boolean clear = frame.map(Frame::clearClipboard).orElse(true);
            vault = Optional.empty();
            frame = Optional.empty();
            title.unbind();
            title.set(WORDS.get("title"));
            jobs = jobs.filter(BehindWindow::isNeeded);
            overLock = jobs.flatMap(JobsOverLock::of);
            lockedFolder = Optional.of(open.folder());
            var controller = showUnlock(open.folder());
            reason.ifPresent(why -> controller.note(Tone.INFO, LockWords.sentence(why)));
            jobs.ifPresent(queue -> letGo(queue, controller));
            if (!clear) {
                controller.attach(new Banner(Tone.WARN, SecretClipboard.unconfirmed()));
            }
            close(open);
        }, () -> reason.ifPresent(_ -> interrupt.run()));
    }

    /// Blanks the window and asks for the passphrase, while the vault goes on working on files; without work for it, the
    /// vault is locked.
    @Override
    public void lockWindow() {
        var work = jobs.filter(BehindWindow::isNeeded);
        if (work.isEmpty() || vault.isEmpty() || frame.isEmpty()) {
            lock(Optional.empty());
            return;
        }
        var shown = frame.get();
        var locked = new LockedWindow(
                vault.get(), shown, work.get(), parts.vaults(), background, ways, this::lock, () -> showAgain(shown));
        root.getChildren().setAll(locked.root());
        leavePage = locked::dispose;
    }

    private void showAgain(Frame shown) {
        root.getChildren().setAll(shown);
        leavePage = shown::dispose;
        var take = waiting;
        waiting = List.of();
        if (!take.isEmpty()) {
            shown.take(take);
        }
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
        interrupt = () -> {};
        root.getChildren().setAll(page);
    }

    /// What a second start was given. Files are taken as if dropped on the window, once the vault is open.
    ///
    /// @return `false` if it wants another vault than the one in this window
    boolean take(Handed handed) {
        var here = vault.map(OpenVault::folder).or(() -> lockedFolder);
        if (handed.vault().isPresent() && !handed.vault().equals(here.map(Path::toAbsolutePath))) {
            return false;
        }
        if (frame.isPresent() && root.getChildren().contains(frame.get())) {
            if (!handed.files().isEmpty()) {
                frame.get().take(handed.files());
            }
        } else if (!handed.files().isEmpty()) {
            keepForLater(handed.files());
        }
        return true;
    }

    void keepForLater(List<Path> files) {
        waiting = List.copyOf(files);
        if (vault.isEmpty()) {
            parts.preferences().recentVaults().stream().findFirst().ifPresent(this::showUnlock);
        }
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
