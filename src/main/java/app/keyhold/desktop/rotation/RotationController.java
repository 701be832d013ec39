package app.keyhold.desktop.rotation;

import app.keyhold.desktop.frame.Command;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.ChoiceChip;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// When keys rotate and when they end.
@SuppressWarnings("NullAway.Init")
public final class RotationController implements Screen {
    private static final Words WORDS = Words.of(RotationController.class);
    private static final double ROW = 44;
    /// Days the keyboard moves the next rotation by, and with Shift.
    private static final int STEP = 1;
    private static final int STRIDE = 30;
    private static final double PLACEHOLDER = 180;
    private static final int SOON = 4;
    private static final String GROUPING = "rotation.grouping"; // not words

    private final ScreenContext context;
    private final Moments moments;
    private final RotationModel model;
    private final LanePanel panel;
    private final RotationNotices notices;
    private final GanttAxis axis;
    private final Parent root;

    @FXML
    private HBox views;

    @FXML
    private HBox zooms;

    @FXML
    private Label groupingLabel;

    @FXML
    private ComboBox<Grouping> grouping;

    @FXML
    private VBox overdue;

    @FXML
    private Banner problem;

    @FXML
    private StackPane place;

    @FXML
    private VBox timeline;

    @FXML
    private StackPane month;

    @FXML
    private StackPane axisPlace;

    @FXML
    private ListView<GanttRow> lanes;

    @FXML
    private TableView<AgendaEntry> agenda;

    @FXML
    private VBox soon;

    @FXML
    private Card laneCard;

    public RotationController(ScreenContext context) {
        this.context = context;
        moments = new Moments(context.clock());
        model = new RotationModel(
                context.client(),
                context.background(),
                moments,
                context.status(),
                ScreenContext.screenSession(Place.ROTATION),
                said -> context.notices().toast(Tone.OK, said),
                context.undo()::did);
        panel = new LanePanel(
                model,
                moments,
                key -> context.navigation().open(Place.KEYS, key),
                () -> context.navigation().go(Place.FILES));
        notices = new RotationNotices(context, moments, model);
        axis = new GanttAxis(moments, model.zoomProperty().get(), model.scale());
        root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        ToggleGroup group = new ToggleGroup();
        views.getChildren().addAll(
                        new ChoiceChip("rotation-timeline", WORDS.get("view.timeline"), group, () -> show(timeline)),
                        new ChoiceChip("rotation-month", WORDS.get("view.month"), group, () -> show(month)),
                        new ChoiceChip("rotation-agenda", WORDS.get("view.agenda"), group, () -> show(agenda)));
        group.selectToggle(group.getToggles().getFirst());
        ToggleGroup widths = new ToggleGroup();
        for (Zoom zoom : Zoom.values()) {
            var chip = new ChoiceChip("zoom-" + zoom.name().toLowerCase(Locale.ROOT), WORDS.get(zoom), widths, () -> model.zoomProperty().set(zoom));
            model.zoomProperty().subscribe(now -> chip.setSelected(now == zoom));
            zooms.getChildren().add(chip);
        }
        chooseGrouping();
        axisPlace.getChildren().add(axis);
        model.zoomProperty().subscribe(zoom -> axis.show(zoom, model.scale()));
        lanes.setFixedCellSize(ROW);
        lanes.setItems(model.gantt());
        lanes.setCellFactory(_ -> new LaneCell(model, moments));
        lanes.getSelectionModel().selectedItemProperty().subscribe(row -> {
            switch (row) {
                case Lane lane -> model.chosenProperty().set(Optional.of(lane));
                case GanttRow.Heading _ -> model.chosenProperty().set(Optional.empty());
                case null -> {}
            }
        });
        lanes.addEventFilter(KeyEvent.KEY_PRESSED, this::moveWithKeys);
        model.draftProperty().subscribe(_ -> showLane(model.chosenProperty().get()));
        AgendaTable.fill(agenda, model, moments);
        model.gantt().addListener((ListChangeListener<GanttRow>) _ -> fitToContent());
        agenda.setPlaceholder(nothing());
        lanes.setPlaceholder(nothing());
        model.chosenProperty().subscribe(this::showLane);
        model.lanes().addListener((ListChangeListener<Lane>) _ -> showSums());
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        show(timeline);
        showSums();
    }

    /// As it was left.
    private void chooseGrouping() {
        var memory = context.preferences().layout();
        model.groupingProperty().set(memory.get(GROUPING).map(Grouping::of).orElse(Grouping.NONE));
        model.groupingProperty().subscribe(now -> memory.put(GROUPING, now.note()));
        groupingLabel.setLabelFor(grouping);
        grouping.setConverter(new GroupingConverter());
        model.lanes().addListener((ListChangeListener<Lane>) _ -> offerGroupings());
        offerGroupings();
        grouping.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.groupingProperty().set(chosen);
            }
        });
    }

    private void offerGroupings() {
        grouping.getItems().setAll(model.groupings());
        grouping.setValue(model.groupingProperty().get());
    }

    /// The keyboard's way to drag the dot of the chosen key.
    private void moveWithKeys(KeyEvent event) {
        boolean handled = true;
        int step = event.isShiftDown() ? STRIDE : STEP;
        switch (event.getCode()) {
            case LEFT -> model.moveDraft(-step);
            case RIGHT -> model.moveDraft(step);
            case ENTER -> handled = model.setDraft();
            case ESCAPE -> handled = model.dropDraft();
            default -> handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    /// No taller than its lines, so that the legend stands right below them.
    private void fitToContent() {
        double height = model.gantt().isEmpty() ? PLACEHOLDER : model.gantt().size() * ROW + 2;
        agenda.setPrefHeight(0);
        lanes.setPrefHeight(height);
        lanes.setMaxHeight(height);
    }

    /// One of the three forms of the same dates. The month, six weeks of buttons, is built when it is first looked at.
    private void show(Node form) {
        if (form == month && month.getChildren().isEmpty()) {
            month.getChildren().add(new MonthView(model, moments, this::showDay));
        }
        List.of(timeline, month, agenda).forEach(one -> one.setVisible(one == form));
        zooms.setVisible(form == timeline);
        zooms.setManaged(form == timeline);
    }

    /// What happens on a day of the month, where the chosen key stands otherwise.
    private void showDay(LocalDate day, List<AgendaEntry> entries) {
        List<Node> lines = new ArrayList<>();
        lines.add(Texts.of(moments.formats().day(day), "h2"));
        if (entries.isEmpty()) {
            lines.add(Texts.of(WORDS.get("month.nothing"), "muted"));
        }
        String before = "";
        for (AgendaEntry entry : model.groupingProperty().get().entries(entries, moments)) {
            String group = model.group(entry.lane()).title();
            if (!group.equals(before)) {
                lines.add(Texts.of(group, "caption"));
                before = group;
            }
            lines.add(soonLine(entry));
        }
        laneCard.getChildren().setAll(lines);
    }

    private static Node nothing() {
        return new StateView(Feather.REFRESH_CW, WORDS.get("empty.title"), WORDS.get("empty.sentence"));
    }

    private void showLane(Optional<Lane> lane) {
        laneCard.getChildren().setAll(panel.content(lane, model.draftProperty().get()));
    }

    private void showSums() {
        overdue.getChildren().setAll(notices.all());
        overdue.setManaged(!overdue.getChildren().isEmpty());
        soon.getChildren().setAll(model.soon().stream().limit(SOON).map(this::soonLine).toList());
        int more = model.soon().size() - SOON;
        if (model.soon().isEmpty()) {
            soon.getChildren().add(Texts.of(WORDS.get("soon.nothing"), "muted"));
        } else if (more > 0) {
            soon.getChildren().add(Texts.of(WORDS.get("soon.more", more), "caption"));
        }
        showLane(model.chosenProperty().get());
    }

    private Node soonLine(AgendaEntry entry) {
        HBox line = new HBox(
                Texts.of(entry.when().map(moments::shortDate).orElse(""), "muted", "soon-date"),
                Texts.wrapped(entry.sentence()));
        if (entry.isDeletion()) {
            Button keep = new Button(WORDS.get("soon.cancel"));
            keep.setAccessibleText(WORDS.get("soon.cancelSpoken", entry.lane().name()));
            keep.getStyleClass().add("link-button");
            keep.setMinWidth(Button.USE_PREF_SIZE);
            keep.setOnAction(_ -> model.cancelDeletion(entry.lane()));
            line.getChildren().addAll(Texts.of(" · "), keep);
        }
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    @FXML
    private void exportCalendar() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(WORDS.get("export.title"));
        chooser.setInitialFileName("keyhold-rotation.ics");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(WORDS.get("export.kind"), "*.ics"));
        Optional.ofNullable(chooser.showSaveDialog(place.getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::exportCalendar);
    }

    private void exportCalendar(Path target) {
        List<AgendaEntry> entries = List.copyOf(model.agenda());
        context.background()
                .run(
                        () -> Files.writeString(target, CalendarFile.of(entries, moments.now(), moments.zone())),
                        written -> context.notices().toast(Tone.OK, WORDS.get("export.done", written.getFileName())),
                        context.notices()::failed);
    }

    @Override
    public double leastHeight() {
        return 55;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void onShow() {
        model.refresh();
    }

    @Override
    public void open(String subject) {
        model.gantt().stream()
                .filter(row -> row instanceof Lane lane && lane.row().keyId().equals(subject))
                .findFirst()
                .ifPresent(lane -> lanes.getSelectionModel().select(lane));
    }

    @Override
    public boolean escape() {
        if (model.dropDraft()) {
            return true;
        }
        boolean chosen = model.chosenProperty().get().isPresent();
        lanes.getSelectionModel().clearSelection();
        agenda.getSelectionModel().clearSelection();
        model.chosenProperty().set(Optional.empty());
        return chosen;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of(WORDS.get("panel.rotateNow"), "Shortcut+R", () -> model.chosenProperty().get().filter(Lane::canRotateNow).ifPresent(model::rotateNow)),
                Command.of(WORDS.get("command.later"), () -> model.moveDraft(STRIDE)),
                Command.of(WORDS.get("command.sooner"), () -> model.moveDraft(-STRIDE)),
                Command.of(WORDS.get("command.export"), this::exportCalendar));
    }
}
