package app.keyhold.desktop.frame;

import app.keyhold.desktop.due.DueController;
import app.keyhold.desktop.due.DueModel;
import app.keyhold.desktop.lock.AutoLock;
import app.keyhold.desktop.help.HelpPage;
import app.keyhold.desktop.help.HelpTopic;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.TextScale;
import app.keyhold.desktop.part.Words;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.kms.operation.screen.QueryKeys;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Timetable;
import app.keyhold.vault.Vaults;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The window of an open vault: bars and rail around one screen, with drop overlay, dialogs and notices above.
public final class Frame extends StackPane implements FrameCommands.Actions {
    /// The two ways to lock.
    public interface Locks {
        /// @param reason empty if the person asked for it
        void lock(Optional<AutoLock.Reason> reason);

        /// Blanks the window; the vault goes on with what it is at.
        void lockWindow();
    }

    private static final Words WORDS = Words.of(Frame.class);
    private static final double RAIL_NEEDS = 800;

    private final Navigator navigator;
    private final ModalOverlay overlay = new ModalOverlay();
    private final Toasts notices;
    private final StatusBar statusBar;
    private final StackPane stage = new StackPane();
    private final Map<Place, ScreenScroll> rooms = new EnumMap<>(Place.class);
    private final FrameCommands commands;
    private final AutoLock autoLock;
    private Optional<WindowDrop> drop = Optional.empty();
    private final Timeline ticks;
    private final Locks locks;

    /// @param first the screen to begin with
    /// @param timetable what the schedule does with this vault
    public Frame(
            OpenVault vault,
            Map<Place, ScreenFactory> screens,
            Place first,
            DesktopPreferences preferences,
            Background background,
            Clock clock,
            Timetable timetable,
            Locks locks) {
        this.locks = locks;
        notices = new Toasts(this::say);
        navigator = new Navigator(
                screens,
                first,
                navigation -> new ScreenContext(
                        vault,
                        background,
                        clock,
                        new Formats(clock),
                        navigation,
                        overlay,
                        notices,
                        new SessionStatus(),
                        new UndoStack(background, notices, this::refresh),
                        new SecretClipboard(new SystemBoard(), notices, preferences.clipboardSecondsProperty()),
                        preferences));
        autoLock = new AutoLock(clock, preferences.lockMinutesProperty(), reason -> locks.lock(Optional.of(reason)));
        ticks = new Timeline(new KeyFrame(Duration.seconds(1), _ -> autoLock.tick()));
        ticks.setCycleCount(Animation.INDEFINITE);
        commands = new FrameCommands(navigator, preferences.appearance(), this);
        statusBar = new StatusBar(navigator.context(), autoLock, preferences.lockMinutesProperty());
        getStyleClass().add("frame");
        getChildren().addAll(bars(vault, timetable), notices, overlay.node());
        notices.setMouseTransparent(false);
        listen();
        navigator.currentProperty().subscribe(this::show);
        navigator.currentScreen().onShow();
        ticks.play();
    }

    private BorderPane bars(OpenVault vault, Timetable timetable) {
        var middle = new BorderPane(stage);
        middle.setTop(due(timetable));
        var bars = new BorderPane(middle);
        bars.setTop(new TitleBar(vaultName(vault.folder()), navigator, this::palette, this::lock));
        var rail = new Rail(
                navigator,
                navigator.context().status(),
                navigator.context().preferences().railCollapsedProperty());
        TextScale.follow(this, width -> rail.crowd(width > 0 && width < RAIL_NEEDS));
        bars.setLeft(new RailScroll(rail, navigator));
        bars.setBottom(statusBar);
        stage.getStyleClass().add("screen");
        // Text may be twice as large: what does not fit scrolls, it does not push the bars out of the window.
        stage.setMinSize(0, 0);
        middle.setMinSize(0, 0);
        bars.setMinSize(0, 0);
        return bars;
    }

    private Node due(Timetable timetable) {
        var context = navigator.context();
        var model = new DueModel(
                context.client(),
                context.background(),
                timetable,
                context.formats(),
                this::refresh);
        return new DueController(model, overlay, context.formats()).root();
    }

    private void listen() {
        new Keyboard(() -> overlay.isShown() ? commands.always() : commands.onKeys(), commands::perform).listenOn(this);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::sideways);
        addEventFilter(KeyEvent.KEY_PRESSED, this::used);
        addEventFilter(MouseEvent.ANY, this::used);
        if (navigator.places().contains(Place.FILES)) {
            drop = Optional.of(new WindowDrop(
                    () -> (DropReceiver) navigator.screen(Place.FILES),
                    () -> navigator.currentProperty().get() == Place.FILES));
            new WindowPaste(this::take, overlay::isShown).listenOn(this);
        }
        drop.ifPresent(dragged -> {
            dragged.listenOn(this);
            getChildren().add(1, dragged.overlay());
        });
    }

    private void used(InputEvent event) {
        autoLock.used();
    }

    /// The buttons at a mouse's side lead back and forward, as in a browser.
    private void sideways(MouseEvent event) {
        if (!overlay.isShown() && event.getButton() == MouseButton.BACK) {
            navigator.back();
        } else if (!overlay.isShown() && event.getButton() == MouseButton.FORWARD) {
            navigator.forward();
        }
    }

    private void show(Place place) {
        var screen = navigator.screen(place);
        stage.getChildren().setAll(screen.leastHeight() > 0 && screen.root() instanceof Region root
                        ? rooms.computeIfAbsent(place, _ -> new ScreenScroll(root, screen.leastHeight()))
                        : screen.root());
    }

    private void refresh() {
        navigator.currentScreen().onShow();
    }

    private void say(String text) {
        statusBar.say(text);
    }

    public Navigator navigator() {
        return navigator;
    }

    /// `Keyhold`; while files are worked on `61 % · Keyhold`.
    public ObservableValue<String> titleProperty() {
        return navigator.context()
                .status()
                .progressProperty()
                .map(done -> done.doubleValue() < 0 ? WORDS.get("title") : WORDS.get("title.busy", done.doubleValue()));
    }

    public Notices notices() {
        return notices;
    }

    /// Takes files that arrived by other ways than a drop: the clipboard, the command line, a drop on the lock screen.
    public void take(List<Path> files) {
        ((DropReceiver) navigator.screen(Place.FILES)).drop(files);
    }

    /// What is dragged over the window, as a drag says it.
    ///
    /// @param under the innermost node below the pointer
    public void hover(Node under, List<Path> files) {
        var at = under.localToScene(under.getLayoutBounds());
        drop.ifPresent(dragged -> dragged.over(under, at.getCenterX(), at.getCenterY(), files));
    }

    /// What is let go over the window, in the middle of a node.
    public void drop(Node under, List<Path> files) {
        var at = under.localToScene(under.getLayoutBounds());
        drop.ifPresent(dragged -> dragged.drop(under, at.getCenterX(), at.getCenterY(), files));
    }

    public void hoverEnds() {
        drop.ifPresent(WindowDrop::left);
    }

    /// `personal` for `…/personal.keyhold`.
    public static String vaultName(Path folder) {
        return Vaults.nameOf(folder);
    }

    /// Whether nothing secret of this vault is left on the clipboard.
    public boolean clearClipboard() {
        return navigator.context().secrets().clear() != SecretClipboard.Outcome.UNCONFIRMED;
    }

    /// The vault is locked or about to be: nothing of it stays on the screen.
    public void dispose() {
        clearClipboard();
        ticks.stop();
        overlay.close();
        navigator.dispose();
        getChildren().clear();
    }

    @Override
    public void palette() {
        var context = navigator.context();
        var entries = new PaletteEntries(navigator, commands, this::help);
        var model = new PaletteModel(entries.atOnce());
        var palette = new Palette(model, overlay);
        overlay.show(palette);
        context.background()
                .run(
                        () -> entries.of(context.client().call(new QueryKeys.Request("palette")).keys()),
                        model::add,
                        _ -> {});
        addScreens(entries, model, new ArrayDeque<>(navigator.places()), palette);
    }

    /// One screen a pulse, so that letters typed meanwhile are not kept waiting.
    private void addScreens(PaletteEntries entries, PaletteModel model, Deque<Place> places, Palette palette) {
        navigator.context().background().onScreen(() -> {
            if (palette.getScene() != null && !places.isEmpty()) {
                model.add(entries.of(places.poll()));
                addScreens(entries, model, places, palette);
            }
        });
    }

    private void help(HelpTopic topic) {
        overlay.show(HelpPage.of(topic, this::help, overlay::close));
    }

    @Override
    public void help() {
        help(navigator.currentProperty().get().help());
    }

    @Override
    public void lock() {
        locks.lock(Optional.empty());
    }

    @Override
    public void lockWindow() {
        locks.lockWindow();
    }

    /// Whether the vault stays open although nobody touches anything.
    public void hold(boolean held) {
        autoLock.hold(held);
    }

    @Override
    public void shortcuts() {
        var everywhere = new ArrayList<>(commands.actions());
        everywhere.addAll(commands.places());
        overlay.show(ShortcutSheet.of(navigator.currentScreen().commands(), everywhere, overlay));
    }

    @Override
    public void nextPane(int direction) {
        var bars = (BorderPane) getChildren().getFirst();
        new Panes(bars.getLeft(), stage, statusBar)
                .next(Optional.ofNullable(getScene().getFocusOwner()), direction)
                .ifPresent(Node::requestFocus);
    }
}
