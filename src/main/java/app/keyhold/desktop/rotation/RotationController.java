package app.keyhold.desktop.rotation;

import app.keyhold.desktop.frame.Command;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// When keys rotate and when they end.
@SuppressWarnings("NullAway.Init")
public final class RotationController implements Screen {
    private static final double ROW = 44;
    private static final double PLACEHOLDER = 180;
    private static final int SOON = 4;

    private final ScreenContext context;
    private final Moments moments;
    private final RotationModel model;
    private final LanePanel panel;
    private final GanttAxis axis;
    private final Parent root;

    @FXML
    private HBox views;

    @FXML
    private HBox zooms;

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
    private ListView<Lane> lanes;

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
                said -> context.notices().toast(Tone.OK, said));
        panel = new LanePanel(model, key -> context.navigation().open(Place.KEYS, key));
        axis = new GanttAxis(moments, model.zoomProperty().get(), model.scale());
        root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        ToggleGroup group = new ToggleGroup();
        views.getChildren().addAll(
                        chip("Timeline", group, () -> show(timeline)),
                        chip("Month", group, () -> show(month)),
                        chip("Agenda", group, () -> show(agenda)));
        group.selectToggle(group.getToggles().getFirst());
        ToggleGroup widths = new ToggleGroup();
        for (Zoom zoom : Zoom.values()) {
            ToggleButton chip = chip(zoom.title(), widths, () -> model.zoomProperty().set(zoom));
            model.zoomProperty().subscribe(now -> chip.setSelected(now == zoom));
            zooms.getChildren().add(chip);
        }
        axisPlace.getChildren().add(axis);
        model.zoomProperty().subscribe(zoom -> axis.show(zoom, model.scale()));
        lanes.setFixedCellSize(ROW);
        lanes.setItems(model.lanes());
        lanes.setCellFactory(_ -> new LaneCell(model, moments));
        lanes.getSelectionModel().selectedItemProperty().subscribe(lane -> {
            if (lane != null) {
                model.chosenProperty().set(Optional.of(lane));
            }
        });
        AgendaTable.fill(agenda, model, moments);
        model.lanes().addListener((ListChangeListener<Lane>) _ -> fitToContent());
        agenda.setPlaceholder(nothing());
        lanes.setPlaceholder(nothing());
        model.chosenProperty().subscribe(this::showLane);
        model.lanes().addListener((ListChangeListener<Lane>) _ -> showSums());
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        month.getChildren().add(new MonthView(model, moments, this::showDay));
        show(timeline);
        showSums();
    }

    /// No taller than its lines, so that the legend stands right below them.
    private void fitToContent() {
        double height = model.lanes().isEmpty() ? PLACEHOLDER : model.lanes().size() * ROW + 2;
        agenda.setPrefHeight(0);
        lanes.setPrefHeight(height);
        lanes.setMaxHeight(height);
    }

    private static ToggleButton chip(String text, ToggleGroup group, Runnable action) {
        ToggleButton chip = new ToggleButton(text);
        chip.getStyleClass().add("chip");
        chip.setToggleGroup(group);
        chip.setOnAction(_ -> {
            chip.setSelected(true);
            action.run();
        });
        return chip;
    }

    /// One of the three forms of the same dates.
    private void show(Node form) {
        List.of(timeline, month, agenda).forEach(one -> one.setVisible(one == form));
        zooms.setVisible(form == timeline);
    }

    /// What happens on a day of the month, where the chosen key stands otherwise.
    private void showDay(LocalDate day, List<AgendaEntry> entries) {
        List<Node> lines = new ArrayList<>();
        lines.add(Texts.of(moments.formats().day(day), "h2"));
        if (entries.isEmpty()) {
            lines.add(Texts.of("Nothing happens on this day.", "muted"));
        }
        entries.forEach(entry -> lines.add(soonLine(entry)));
        laneCard.getChildren().setAll(lines);
    }

    private static Node nothing() {
        return new StateView(Feather.REFRESH_CW, "Nothing rotates", "Symmetric keys can rotate every 90 to 2,560 days; turn it on in a key's Rotation tab.");
    }

    private void showLane(Optional<Lane> lane) {
        laneCard.getChildren().setAll(panel.content(lane));
    }

    private void showSums() {
        overdue.getChildren().setAll(model.overdue().stream().limit(2).map(this::overdueBanner).toList());
        overdue.setManaged(!overdue.getChildren().isEmpty());
        soon.getChildren().setAll(model.soon().stream().limit(SOON).map(this::soonLine).toList());
        int more = model.soon().size() - SOON;
        if (model.soon().isEmpty()) {
            soon.getChildren().add(Texts.of("Nothing is due.", "muted"));
        } else if (more > 0) {
            soon.getChildren().add(Texts.of("and " + more + " more in the agenda", "caption"));
        }
        showLane(model.chosenProperty().get());
    }

    private Node overdueBanner(Lane lane) {
        long days = lane.row().next().map(moments::daysUntil).map(Math::abs).orElse(0L);
        String when = days == 0 ? "is due today" : days == 1 ? "was due yesterday" : "was due " + days + " days ago";
        Button rotate = new Button("Rotate now");
        rotate.setAccessibleText("Rotate " + lane.name() + " now");
        rotate.setDisable(!lane.canRotateNow());
        rotate.setOnAction(_ -> model.rotateNow(lane));
        HBox box = new HBox(
                Icons.of(Feather.REFRESH_CW, "warn"),
                Texts.of(lane.name() + " " + when, "medium", "warn-text"),
                Texts.of("It rotates by itself within minutes while the vault is open.", "muted"),
                new Spring(),
                rotate);
        box.getStyleClass().add("overdue");
        return box;
    }

    private Node soonLine(AgendaEntry entry) {
        HBox line = new HBox(
                Texts.of(entry.when().map(moments::shortDate).orElse(""), "muted", "soon-date"),
                Texts.of(entry.lane().name() + " " + entry.what()));
        if (entry.isDeletion()) {
            Button keep = new Button("Cancel");
            keep.setAccessibleText("Cancel the deletion of " + entry.lane().name());
            keep.getStyleClass().add("link-button");
            keep.setOnAction(_ -> model.cancelDeletion(entry.lane()));
            line.getChildren().addAll(Texts.of(" · "), keep);
        }
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    @FXML
    private void exportCalendar() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the agenda");
        chooser.setInitialFileName("keyhold-rotation.ics");
        Optional.ofNullable(chooser.showSaveDialog(place.getScene().getWindow())).map(File::toPath).ifPresent(target -> {
            try {
                Files.writeString(target, CalendarFile.of(model.agenda(), moments.now(), moments.zone()));
                context.notices().toast(Tone.OK, "Agenda written to " + target.getFileName());
            } catch (IOException e) {
                context.notices().failed(e);
            }
        });
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
        model.lanes().stream()
                .filter(lane -> lane.row().keyId().equals(subject))
                .findFirst()
                .ifPresent(lane -> lanes.getSelectionModel().select(lane));
    }

    @Override
    public boolean escape() {
        boolean chosen = model.chosenProperty().get().isPresent();
        lanes.getSelectionModel().clearSelection();
        agenda.getSelectionModel().clearSelection();
        model.chosenProperty().set(Optional.empty());
        return chosen;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("Rotate now", "Shortcut+R", () -> model.chosenProperty().get().filter(Lane::canRotateNow).ifPresent(model::rotateNow)),
                Command.of("Export the agenda…", this::exportCalendar));
    }
}
