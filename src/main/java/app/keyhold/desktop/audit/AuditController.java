package app.keyhold.desktop.audit;

import app.keyhold.desktop.audit.EventFilter.Named;
import app.keyhold.desktop.frame.Command;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.frame.Subject;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Ends;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.TextScale;
import app.keyhold.desktop.part.Words;
import app.keyhold.export.TimelineForm;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
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

/// The audit timeline.
@SuppressWarnings("NullAway.Init")
public final class AuditController implements Screen {
    private static final Words WORDS = Words.of(AuditController.class);
    private static final double DETAIL_NEEDS = 880;
    private static final Duration FOLLOW_EVERY = Duration.seconds(2);
    private static final Duration LOOK_EVERY = Duration.millis(250);
    private static final Duration TYPING_PAUSE = Duration.millis(250);

    private final ScreenContext context;
    private final AuditModel model;
    private final ChainModel chain;
    private final Moments moments;
    private final EventList list;
    private final ChainBadge badge;
    private final AuditFiles files;
    private final DetailPlace detail;
    private final Parent root;
    private final BooleanProperty follow = new SimpleBooleanProperty();
    private final Timeline following;
    private final Timeline looking;

    @FXML
    private StackPane content;

    @FXML
    private HBox side;

    @FXML
    private VBox main;

    @FXML
    private HBox header;

    @FXML
    private HBox doings;

    @FXML
    private Ends filters;

    @FXML
    private HBox readsLegend;

    @FXML
    private Ends legend;

    @FXML
    private Label marked;

    @FXML
    private TextField search;

    @FXML
    private Label summary;

    @FXML
    private StackPane brokenPlace;

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
        badge = new ChainBadge(
                chain, moments, () -> files.saveCheckpoint(list), () -> files.compareWithCheckpoint(list, chain));
        detail = new DetailPlace(context, moments, model, list);
        following = new Timeline(new KeyFrame(FOLLOW_EVERY, _ -> model.follow()));
        looking = new Timeline(new KeyFrame(LOOK_EVERY, _ -> chain.look()));
        root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        header.getChildren().add(new RangeBar(model));
        doings.getChildren().addFirst(followChip());
        doings.getChildren().add(badge);
        FilterBar chips = new FilterBar(model.filterProperty(), model.attributesProperty());
        filters.getChildren().addFirst(chips);
        summary.textProperty().bind(model.summaryProperty());
        picture.getChildren().addFirst(histogram());
        legend.getChildren().add(scaleToggle());
        readsLegend.managedProperty().bind(readsLegend.visibleProperty());
        model.filterProperty().subscribe(filter -> readsLegend.setVisible(!filter.hidesReads()));
        marked.textProperty().bind(model.stretchProperty());
        VBox.setVgrow(listPlace, Priority.ALWAYS);
        listPlace.getChildren().setAll(new TimelinePane(model, list, moments));
        TextScale.follow(content, width -> detail.place(content, side, width >= DETAIL_NEEDS));
        for (TimelineForm form : TimelineForm.values()) {
            export.getItems().add(item(WORDS.get("export.listed", form.title()), () -> files.exportListed(root(), form)));
        }
        export.getItems().add(new SeparatorMenuItem());
        export.getItems().add(item(WORDS.get("export.evidence"), () -> files.exportEvidence(root())));
        searchAfterTyping();
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        watchChain();
    }

    private void watchChain() {
        ChainBanner broken = new ChainBanner(
                () -> files.exportEvidence(root()),
                () -> files.compareWithCheckpoint(root(), chain),
                () -> files.compareWithBackup(root(), chain));
        brokenPlace.managedProperty().bind(broken.visibleProperty());
        brokenPlace.getChildren().add(broken);
        looking.setCycleCount(Animation.INDEFINITE);
        chain.reportProperty().subscribe(report -> {
            broken.show(report);
            if (report instanceof ChainReport.Verifying) {
                looking.play();
            } else {
                looking.stop();
            }
        });
        model.pages().totalProperty().subscribe(() -> chain.seen(model.pages().newest()));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// New events come in by themselves while it is on and the screen is in view.
    private ToggleButton followChip() {
        ToggleButton chip = chip(WORDS.get("follow"), WORDS.get("follow.spoken"), WORDS.get("follow.what"));
        chip.setId("follow");
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

    private ToggleButton scaleToggle() {
        ToggleButton chip = chip(WORDS.get("scale"), WORDS.get("scale.spoken"), WORDS.get("scale.what"));
        chip.setId("scale");
        model.histogramProperty().subscribe(shown -> chip.setSelected(shown.heights().byRoot()));
        chip.setOnAction(_ -> model.scaleProperty()
                .set(chip.isSelected() ? BarHeight.Scale.ROOT : BarHeight.Scale.PROPORTION));
        return chip;
    }

    private static ToggleButton chip(String text, String spoken, String what) {
        ToggleButton chip = new ToggleButton(text);
        chip.getStyleClass().add("chip");
        chip.setMinWidth(ToggleButton.USE_PREF_SIZE);
        chip.setAccessibleText(spoken);
        chip.setTooltip(new Tooltip(what));
        return chip;
    }

    private Histogram histogram() {
        Histogram histogram = new Histogram(model.histogramProperty().get(), moments.zone());
        model.histogramProperty().subscribe(now -> histogram.contentProperty().set(now));
        histogram.brushProperty().bindBidirectional(model.brushProperty());
        histogram.onRangeWantedProperty().set(model::zoomTo);
        histogram.onResetProperty().set(model::zoomOut);
        histogram.summaryProperty().bind(model.summaryProperty().map(text -> WORDS.get("histogram.spoken", text)));
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

    @Override
    public double leastHeight() {
        return 36;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void onShow() {
        badge.refreshAge();
        model.refresh();
        model.loadAttributes();
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
        looking.stop();
    }

    @Override
    public ObservableValue<Optional<Subject>> subject() {
        return detail.subject();
    }

    @Override
    public void closeSubject() {
        detail.showNothing();
    }

    /// @param subject an event, or a key to list the events of
    @Override
    public void open(String subject) {
        if (!detail.open(subject)) {
            showKey(subject);
        }
    }

    private void showKey(String subject) {
        model.filterProperty().set(EventFilter.NONE.withKeys(List.of(new Named(subject, subject.substring(0, Math.min(8, subject.length()))))));
    }

    @Override
    public void focusSearch() {
        search.requestFocus();
    }

    @Override
    public boolean escape() {
        if (detail.close()) {
            return true;
        }
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
                Command.of(WORDS.get("command.follow"), () -> follow.set(!follow.get())),
                Command.of(WORDS.get("command.verify"), "Shortcut+Shift+V", chain::verify),
                Command.of(WORDS.get("command.all"), () -> model.choiceProperty().set(Optional.of(RangeChoice.ALL))),
                Command.of(WORDS.get("command.zoom"), model::zoomToBrush),
                Command.of(WORDS.get("command.zoomOut"), model::zoomOut),
                Command.of(WORDS.get("command.checkpoint"), () -> files.saveCheckpoint(root)),
                Command.of(WORDS.get("command.compare"), () -> files.compareWithCheckpoint(root, chain)),
                Command.of(WORDS.get("command.evidence"), () -> files.exportEvidence(root)));
    }
}
