package app.keyhold.desktop.keys;

import app.keyhold.desktop.frame.Command;
import app.keyhold.desktop.frame.DropSpot;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.frame.Subject;
import app.keyhold.desktop.frame.UndoStack;
import app.keyhold.desktop.keys.bulk.BulkBar;
import app.keyhold.desktop.keys.bulk.BulkModel;
import app.keyhold.desktop.keys.create.CreateKeyController;
import app.keyhold.desktop.keys.create.CreateKeyModel;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.RememberedDivider;
import app.keyhold.desktop.part.TextScale;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The keys: list on the left, one key on the right. Where there is no room for both, an opened key takes the list's place.
@SuppressWarnings("NullAway.Init")
public final class KeysController implements Screen {
    private static final Words WORDS = Words.of(KeysController.class);

    private static final double BOTH_NEED = 930;
    private static final double LIST_WIDTH = 600;
    private static final double WIDE_SHARE = 0.42;

    private final ScreenContext context;
    private final Moments moments;
    private final String session = ScreenContext.screenSession(Place.KEYS);
    private final KeysModel model;
    private final KeyModel key;
    private final BulkModel bulk;
    private final KeyController detail;
    private final KeyColumns columns;
    private final Parent root;
    private KeyTable keys;
    private boolean opened;
    private double usualWidth;

    private RememberedDivider divider;

    @FXML
    private SplitPane panes;

    @FXML
    private VBox listPane;

    @FXML
    private Label count;

    @FXML
    private HBox filters;

    @FXML
    private TextField search;

    @FXML
    private Label shown;

    @FXML
    private MenuButton columnsMenu;

    @FXML
    private Banner problem;

    @FXML
    private TableView<KeyRow> table;

    public KeysController(ScreenContext context) {
        this.context = context;
        moments = new Moments(context.clock());
        columns = new KeyColumns(moments);
        model = new KeysModel(context.client(), context.background(), session);
        key = new KeyModel(context.client(), context.background(), session, this::done, this::did);
        bulk = new BulkModel(context.client(), context.background(), this::did, problem -> {
            context.notices().problem(problem);
            refresh();
        });
        detail = new KeyController(context, moments, key, model::isAliasTaken, this::closeDetail);
        root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        keys = new KeyTable(table, model, bulk, columns, context, this::openDetail);
        listPane.getChildren().add(1, new SectionBar(model));
        filters.getChildren().addFirst(new KeyFilterBar(model));
        listPane.getChildren().add(3, new BulkBar(bulk, context.overlay(), keys::selectOnlyChosen));
        columnsMenu.getItems().setAll(keys.columnChoices());
        model.shown().addListener((InvalidationListener) _ -> countShown());
        search.textProperty().subscribe((before, now) -> model.filterProperty().set(model.filterProperty().get().withText(now)));
        model.filterProperty().subscribe(filter -> {
            if (!filter.text().equals(search.getText())) {
                search.setText(filter.text());
            }
            countShown();
        });
        model.chosenProperty().subscribe((before, now) -> {
            key.open(now);
            keys.select(now);
        });
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        model.loadedProperty().subscribe(this::loaded);
        divider = new RememberedDivider(panes, context.preferences().layout(), "keys");
        TextScale.follow(panes, width -> {
            usualWidth = width;
            arrange();
        });
        SplitPane.setResizableWithParent(listPane, false);
        DropSpot.on(detail.root(), new KeyDrop(context, () -> detail.shown().flatMap(shown -> model.row(shown.id()))));
    }

    private void loaded(boolean now) {
        countShown();
        if (now) {
            keys.sayWhyEmpty(this::createKey);
            if (model.chosenProperty().get().isEmpty() && !table.getItems().isEmpty() && hasRoomForBoth()) {
                table.getSelectionModel().select(0);
            }
        }
    }

    private void countShown() {
        count.setText(moments.formats().count(model.all().size()));
        shown.setText(WORDS.get("list.shown", model.shown().size()));
    }

    private boolean hasRoomForBoth() {
        return usualWidth >= BOTH_NEED || usualWidth == 0;
    }

    private void arrange() {
        boolean both = hasRoomForBoth();
        detail.setNarrow(!both);
        List<Node> wanted = both ? List.of(listPane, detail.root()) : opened ? List.of(detail.root()) : List.of(listPane);
        if (!panes.getItems().equals(wanted)) {
            panes.getItems().setAll(wanted);
            // The next layout gives a list that has just come back no width, whatever was set before it.
            Platform.runLater(this::divide);
        }
        divide();
    }

    private void divide() {
        if (hasRoomForBoth() && panes.getWidth() > 0) {
            panes.setDividerPositions(divider.position().orElse(Math.max(LIST_WIDTH / usualWidth, WIDE_SHARE)));
        }
    }

    private void openDetail() {
        opened = model.chosenProperty().get().isPresent();
        arrange();
    }

    private void closeDetail() {
        opened = false;
        arrange();
        table.requestFocus();
    }

    private void done(String said) {
        context.notices().toast(Tone.OK, said);
        model.refresh();
    }

    private void did(String what, UndoStack.Change undo, UndoStack.Change redo) {
        context.undo().did(what, undo, redo);
        refresh();
    }

    private void refresh() {
        model.refresh();
        key.refresh();
    }

    @FXML
    private void createKey() {
        CreateKeyModel created = new CreateKeyModel(
                context.client(), context.background(), context.vault().account(), model::isAliasTaken);
        created.look(session, context.vault().region());
        CreateKeyController pane = new CreateKeyController(created, context.overlay()::close, made -> {
            context.overlay().close();
            table.requestFocus();
            model.filterProperty().set(KeyFilter.NONE);
            model.refresh();
            model.chosenProperty().set(Optional.of(made.keyId()));
            opened = true;
            arrange();
            if (made.waitsForMaterial()) {
                detail.importWhenShown(made.keyId());
            }
            made.unfinished().ifPresentOrElse(context.notices()::problem, () -> context.notices().toast(Tone.OK, WORDS.get("did.created")));
        });
        context.overlay().show(pane.root());
    }

    @Override
    public double leastHeight() {
        return 34;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void onShow() {
        refresh();
    }

    @Override
    public void open(String subject) {
        model.filterProperty().set(KeyFilter.NONE);
        model.chosenProperty().set(Optional.of(subject));
        opened = true;
        arrange();
    }

    @Override
    public ObservableValue<Optional<Subject>> subject() {
        return model.subject();
    }

    @Override
    public void closeSubject() {
        table.getSelectionModel().clearSelection();
        model.chosenProperty().set(Optional.empty());
        closeDetail();
    }

    @Override
    public void focusSearch() {
        search.requestFocus();
    }

    @Override
    public boolean escape() {
        if (!model.filterProperty().get().isNone()) {
            model.filterProperty().set(KeyFilter.NONE);
            return true;
        }
        boolean left = opened && !hasRoomForBoth();
        closeDetail();
        return left;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of(WORDS.get("command.create"), "Shortcut+N", this::createKey),
                Command.of(WORDS.get("command.rotate"), "Shortcut+R", detail::rotate),
                Command.of(WORDS.get("command.rename"), "F2", detail::rename),
                Command.of(WORDS.get("command.delete"), "Delete", detail::scheduleDeletion), // not words
                Command.of(WORDS.get("command.arn"), "Shortcut+C", () -> shownKey(found -> found.metadata().arn())),
                Command.of(WORDS.get("command.id"), "Shortcut+Shift+C", () -> shownKey(KeyView::id)));
    }

    private void shownKey(java.util.function.Function<KeyView, String> part) {
        detail.shown().ifPresent(found -> {
            CopyText.copy(part.apply(found));
            context.notices().toast(Tone.OK, WORDS.get("did.copied"));
        });
    }

    @Override
    public void dispose() {
        key.open(Optional.empty());
    }
}
