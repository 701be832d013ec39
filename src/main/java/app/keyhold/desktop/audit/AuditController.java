package app.keyhold.desktop.audit;

import app.keyhold.desktop.audit.EventFilter.Named;
import app.keyhold.desktop.frame.Command;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Tone;
import app.keyhold.export.TimelineForm;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// The audit timeline.
@SuppressWarnings("NullAway.Init")
public final class AuditController implements Screen {
    private static final double DETAIL_NEEDS = 880;
    private static final Duration FOLLOW_EVERY = Duration.seconds(2);
    private static final Duration TYPING_PAUSE = Duration.millis(250);

    private final ScreenContext context;
    private final AuditModel model;
    private final ChainModel chain;
    private final Moments moments;
    private final EventList list;
    private final ChainBadge badge;
    private final AuditFiles files;
    private final EventDetailController detail;
    private final Parent root;
    private final BooleanProperty follow = new SimpleBooleanProperty();
    private final Timeline following;

    @FXML
    private HBox content;

    @FXML
    private VBox main;

    @FXML
    private HBox header;

    @FXML
    private HBox filters;

    @FXML
    private HBox readsLegend;

    @FXML
    private TextField search;

    @FXML
    private Label summary;

    @FXML
    private Banner broken;

    @FXML
    private Banner problem;

    @FXML
    private StackPane picture;

    @FXML
    private StackPane listPlace;

    @FXML
    private MenuButton export;

    public AuditController(ScreenContext context) {
        this.context = context;
        moments = new Moments(context.clock());
        String session = ScreenContext.screenSession(Place.AUDIT);
        model = new AuditModel(context.client(), context.background(), moments, session);
        chain = new ChainModel(context.client(), context.background(), context.status(), session);
        files = new AuditFiles(context, model);
        list = new EventList(model.pages(), moments, false);
        badge = new ChainBadge(chain, moments, () -> files.saveCheckpoint(list));
        detail = new EventDetailController(
                moments, model::filterLike, key -> context.navigation().open(Place.KEYS, key.substring(key.lastIndexOf('/') + 1)));
        following = new Timeline(new KeyFrame(FOLLOW_EVERY, _ -> model.follow()));
        root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        header.getChildren().add(1, new RangeBar(model));
        header.getChildren().add(header.getChildren().size() - 1, followChip());
        header.getChildren().add(badge);
        filters.getChildren().addFirst(new FilterBar(model.filterProperty(), model.pages()));
        summary.textProperty().bind(model.summaryProperty());
        picture.getChildren().add(histogram());
        readsLegend.managedProperty().bind(readsLegend.visibleProperty());
        model.filterProperty().subscribe(filter -> readsLegend.setVisible(!filter.hidesReads()));
        listPlace.getChildren().add(list);
        VBox.setVgrow(listPlace, Priority.ALWAYS);
        content.getChildren().add(detail.root());
        content.widthProperty().subscribe(width -> {
            boolean room = width.doubleValue() >= DETAIL_NEEDS;
            detail.root().setVisible(room);
            detail.root().setManaged(room);
        });
        list.chosenProperty().subscribe(detail::show);
        for (TimelineForm form : TimelineForm.values()) {
            export.getItems().add(item("Listed events as " + form.title() + "…", () -> files.exportListed(root(), form)));
        }
        export.getItems().add(new SeparatorMenuItem());
        export.getItems().add(item("Whole chain with checkpoints, verifiable…", () -> files.exportChain(root())));
        searchAfterTyping();
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        chain.reportProperty().subscribe(this::showChain);
        model.pages().totalProperty().subscribe(this::showEmpty);
        model.pages().loadedProperty().subscribe(this::showEmpty);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// New events come in by themselves while it is on and the screen is in view.
    private ToggleButton followChip() {
        ToggleButton chip = new ToggleButton("Follow");
        chip.setId("follow");
        chip.getStyleClass().add("chip");
        chip.setMinWidth(ToggleButton.USE_PREF_SIZE);
        chip.setAccessibleText("Follow new events");
        chip.setTooltip(new Tooltip("Show new events as they come"));
        following.setCycleCount(Animation.INDEFINITE);
        chip.selectedProperty().bindBidirectional(follow);
        follow.subscribe(on -> {
            if (on) {
                model.brushProperty().set(Optional.empty());
                model.follow();
                following.play();
            } else {
                following.stop();
            }
        });
        return chip;
    }

    private Histogram histogram() {
        Histogram histogram = new Histogram(model.histogramProperty().get(), moments.zone());
        model.histogramProperty().subscribe(now -> histogram.contentProperty().set(now));
        histogram.brushProperty().bindBidirectional(model.brushProperty());
        histogram.onRangeWantedProperty().set(model::zoomTo);
        histogram.summaryProperty().bind(model.summaryProperty().map(text -> "Events over time: " + text));
        return histogram;
    }

    private void searchAfterTyping() {
        PauseTransition pause = new PauseTransition(TYPING_PAUSE);
        pause.setOnFinished(_ -> model.filterProperty().set(model.filterProperty().get().withText(search.getText())));
        search.textProperty().subscribe((before, now) -> pause.playFromStart());
        search.setOnAction(_ -> pause.getOnFinished().handle(null));
        model.filterProperty().subscribe(filter -> {
            if (!filter.text().equals(search.getText())) {
                search.setText(filter.text());
            }
        });
    }

    private void showChain(ChainReport report) {
        if (report instanceof ChainReport.Broken) {
            broken.show(Tone.BAD, "The audit chain is " + report.title().toLowerCase(java.util.Locale.ROOT) + ". " + report.meaning()
                    + " Compare with a backup or a checkpoint kept elsewhere.");
        } else {
            broken.hide();
        }
    }

    private void showEmpty() {
        boolean empty = model.pages().loadedProperty().get() && model.pages().totalProperty().get() == 0;
        list.setVisible(!empty);
        listPlace.getChildren().setAll(list);
        if (empty) {
            listPlace.getChildren().add(emptyView());
        }
    }

    private Node emptyView() {
        if (model.filterProperty().get().isNone()) {
            return new StateView(Feather.CLOCK, "Nothing happened in this time", "Every call to a key leaves a line here, refused ones too. Reads are hidden.")
                    .secondary("Show reads", () -> model.filterProperty().set(EventFilter.NONE.withReads(true)))
                    .secondary("Show all", () -> model.choiceProperty().set(Optional.of(RangeChoice.ALL)));
        }
        return new StateView(Feather.FILTER, "No event fits", "Nothing in this time matches the filters.")
                .primary("Clear filters", () -> model.filterProperty().set(EventFilter.NONE))
                .secondary("Show all time", () -> model.choiceProperty().set(Optional.of(RangeChoice.ALL)));
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void onShow() {
        badge.refreshAge();
        model.refresh();
        if (follow.get()) {
            following.play();
        }
        if (chain.reportProperty().get() instanceof ChainReport.NotYetVerified) {
            chain.verify();
        }
    }

    @Override
    public void onHide() {
        following.stop();
    }

    @Override
    public void dispose() {
        following.stop();
    }

    @Override
    public void open(String subject) {
        model.filterProperty().set(EventFilter.NONE.withKeys(List.of(new Named(subject, subject.substring(0, Math.min(8, subject.length()))))));
    }

    @Override
    public void focusSearch() {
        search.requestFocus();
    }

    @Override
    public boolean escape() {
        if (model.brushProperty().get().isPresent()) {
            model.brushProperty().set(Optional.empty());
            return true;
        }
        boolean filtered = !model.filterProperty().get().isNone();
        model.filterProperty().set(EventFilter.NONE);
        return filtered;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("Follow new events", () -> follow.set(!follow.get())),
                Command.of("Verify chain", "Shortcut+Shift+V", chain::verify),
                Command.of("Show all events", () -> model.choiceProperty().set(Optional.of(RangeChoice.ALL))),
                Command.of("Show the marked time only", model::zoomToBrush),
                Command.of("Save checkpoint…", () -> files.saveCheckpoint(root)));
    }
}
