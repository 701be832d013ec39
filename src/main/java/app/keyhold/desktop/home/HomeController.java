package app.keyhold.desktop.home;

import app.keyhold.desktop.audit.EventWords;
import app.keyhold.desktop.frame.ChainState;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.QueryHistogram;
import app.keyhold.kms.operation.screen.QueryKeys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Binds the home page to [HomeModel].
public final class HomeController implements Screen {
    private static final Words WORDS = Words.of(HomeController.class);

    private static final int SHOWN = 5;
    /// In ems, so that large text has fewer cards side by side.
    private static final double FOUR_NEED = 95;
    private static final double TWO_NEED = 48;
    private int columns;

    private final ScreenContext context;
    private final HomeModel model;
    private final ActivityBars bars;
    private final FirstStepsCard firstSteps = new FirstStepsCard(this::start);
    private final Node root;

    @FXML private VBox states;
    @FXML private VBox rotations;
    @FXML private VBox deletions;
    @FXML private VBox safety;
    @FXML private Hyperlink toKeys;
    @FXML private Hyperlink toRotation;
    @FXML private Hyperlink toFiles;
    @FXML private Hyperlink toAudit;
    @FXML private Hyperlink toBackups;
    @FXML private GridPane glance;
    @FXML private Card keysCard;
    @FXML private Card rotationsCard;
    @FXML private Card deletionsCard;
    @FXML private Card safetyCard;
    @FXML private Label activitySum;
    @FXML private StackPane activity;
    @FXML private VBox recent;
    @FXML private VBox page;

    @SuppressWarnings("NullAway.Init") // the loader fills the fields
    public HomeController(ScreenContext context) {
        this.context = context;
        model = new HomeModel(
                context.client(),
                context.background(),
                context.clock(),
                context.vault().user(),
                context.preferences().lockMinutesProperty());
        bars = new ActivityBars(context.formats());
        root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        go(toKeys, Place.KEYS);
        go(toRotation, Place.ROTATION);
        go(toFiles, Place.FILES);
        go(toAudit, Place.AUDIT);
        go(toBackups, Place.SETTINGS);
        activity.getChildren().setAll(bars);
        page.getChildren().add(1, firstSteps);
        glance.widthProperty().subscribe(this::rearrange);
        toKeys.fontProperty().subscribe(this::rearrange);
        context.status().chainProperty().subscribe(() -> model.glanceProperty().get().ifPresent(this::showSafety));
        model.glanceProperty().subscribe(seen -> seen.ifPresent(this::show));
    }

    private void go(Hyperlink link, Place place) {
        link.setOnAction(_ -> {
            link.setVisited(false);
            context.navigation().go(place);
        });
    }

    private void start(FirstStep step) {
        step.setting().ifPresentOrElse(
                setting -> context.navigation().open(Place.SETTINGS, setting.subject()),
                () -> context.navigation().go(Place.FILES));
    }

    private void show(HomeModel.Glance glance) {
        states.getChildren().clear();
        glance.byState()
                .forEach((state, count) -> states.getChildren()
                        .add(row(badge(state), Texts.of(context.formats().count(count), "strong"))));
        rows(rotations, glance.rotations(), QueryKeys.KeyRow::nextRotation, WORDS.get("rotations.none"), _ -> List.of());
        rows(deletions, glance.deletions(), QueryKeys.KeyRow::deletionDate, WORDS.get("deletions.none"), this::keeping);
        glance.firstSteps().ifPresent(firstSteps::show);
        showSafety(glance);
        showActivity(glance.activity());
        recent.getChildren().setAll(glance.recent().stream().map(this::event).toList());
        if (glance.recent().isEmpty()) {
            recent.getChildren().add(Texts.of(WORDS.get("events.none"), "muted"));
        }
    }

    private void rearrange() {
        double ems = glance.getWidth() / toKeys.getFont().getSize();
        arrange(ems >= FOUR_NEED ? 4 : ems >= TWO_NEED || ems == 0 ? 2 : 1);
    }

    /// Side by side where there is room, else two and two, else one below the other.
    private void arrange(int wanted) {
        if (wanted == columns) {
            return;
        }
        columns = wanted;
        glance.getColumnConstraints().clear();
        for (int at = 0; at < wanted; at++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / wanted);
            glance.getColumnConstraints().add(column);
        }
        List<Node> cards = List.of(keysCard, rotationsCard, deletionsCard, safetyCard);
        for (int at = 0; at < cards.size(); at++) {
            GridPane.setConstraints(cards.get(at), at % wanted, at / wanted);
        }
    }

    private void showSafety(HomeModel.Glance glance) {
        safety.getChildren().setAll(chain(context.status().chainProperty().get()), backup(glance.lastBackup()), denied(glance.denied()));
    }

    private HBox chain(ChainState state) {
        return switch (state) {
            case ChainState.Unverified() -> row(new StateBadge(Tone.OFF, WORDS.get("chain.unverified")), chainLink(WORDS.get("chain.verify")));
            case ChainState.Verifying() -> row(new StateBadge(Tone.OFF, WORDS.get("chain.verifying")), new Label());
            case ChainState.Verified(long upTo, _) ->
                row(new StateBadge(Tone.OK, WORDS.get("chain.verified")), Texts.of(WORDS.get("chain.upTo", upTo), "muted"));
            case ChainState.Broken(long at) ->
                row(new StateBadge(Tone.BAD, WORDS.get("chain.broken", at)), chainLink(WORDS.get("chain.look")));
        };
    }

    private Hyperlink chainLink(String verb) {
        var link = new Hyperlink(verb);
        link.setAccessibleText(WORDS.get("chain.spoken", verb));
        link.setOnAction(_ -> context.navigation().go(Place.AUDIT));
        return link;
    }

    private void showActivity(List<QueryHistogram.Bar> days) {
        long denied = days.stream().mapToLong(QueryHistogram.Bar::denied).sum();
        String sum = WORDS.get("activity.sum", days.stream().mapToLong(ActivityBars::sum).sum(), denied);
        activitySum.setText(sum);
        bars.show(days, sum);
    }

    private Node event(LookupEvents.Event event) {
        var time = Texts.of(context.formats().relative(event.time()), "muted", "event-time");
        var state = new HBox(new StateBadge(EventWords.tone(event.result()), EventWords.word(event.result())));
        state.getStyleClass().add("home-state");
        state.setAlignment(Pos.CENTER_LEFT);
        var who = Texts.of(EventWords.who(event), "muted");
        who.setMinWidth(Label.USE_PREF_SIZE);
        var line = new HBox(
                time,
                state,
                Texts.of(event.name(), "medium", "home-what"),
                Texts.of(EventWords.keys(event), "home-key"),
                who);
        line.getStyleClass().add("home-event");
        return line;
    }

    private void rows(
            VBox box,
            List<QueryKeys.KeyRow> keys,
            Function<QueryKeys.KeyRow, Optional<Instant>> date,
            String none,
            Function<QueryKeys.KeyRow, List<Node>> more) {
        box.getChildren().setAll(keys.stream()
                .limit(SHOWN)
                .map(key -> {
                    var row = row(link(key), Texts.of(date.apply(key).map(context.formats()::relative).orElse(""), "muted"));
                    row.getChildren().addAll(more.apply(key));
                    return row;
                })
                .toList());
        if (keys.isEmpty()) {
            box.getChildren().add(Texts.of(none, "muted"));
        } else if (keys.size() > SHOWN) {
            box.getChildren().add(Texts.of(WORDS.get("more", keys.size() - SHOWN), "muted"));
        }
    }

    private List<Node> keeping(QueryKeys.KeyRow key) {
        var keep = new Hyperlink(WORDS.get("keep"));
        keep.setAccessibleText(WORDS.get("keep.spoken", name(key)));
        keep.setOnAction(_ -> model.keep(
                key,
                () -> {
                    context.notices().toast(Tone.OK, WORDS.get("kept", name(key)));
                    onShow();
                },
                context.notices()::failed));
        return List.of(keep);
    }

    private static String name(QueryKeys.KeyRow key) {
        return key.aliases().isEmpty() ? key.keyId() : key.aliases().getFirst().substring("alias/".length());
    }

    private Hyperlink link(QueryKeys.KeyRow key) {
        var link = new Hyperlink(name(key));
        link.setOnAction(_ -> context.navigation().open(Place.KEYS, key.keyId()));
        return link;
    }

    private HBox backup(Optional<Instant> last) {
        return last.map(time -> row(
                        new StateBadge(Tone.OK, WORDS.get("backup.verified")),
                        Texts.of(context.formats().relative(time), "muted")))
                .orElseGet(() -> row(new StateBadge(Tone.WARN, WORDS.get("backup.none")), new Label()));
    }

    private HBox denied(long count) {
        return row(
                new StateBadge(
                        count == 0 ? Tone.OK : Tone.WARN,
                        WORDS.get("denied", count)),
                Texts.of(WORDS.get("denied.when"), "muted"));
    }

    private static HBox row(Node left, Node right) {
        var row = new HBox(8, left, new Spring(), right);
        row.getStyleClass().add("home-row");
        return row;
    }

    private static StateBadge badge(KeyState state) {
        return switch (state) {
            case Enabled -> StateBadge.dot(Tone.OK, WORDS.get("state.enabled"));
            case Disabled -> StateBadge.dot(Tone.OFF, WORDS.get("state.disabled"));
            case PendingDeletion -> StateBadge.dot(Tone.BAD, WORDS.get("state.pendingDeletion"));
            case PendingImport -> StateBadge.dot(Tone.WARN, WORDS.get("state.pendingImport"));
            case PendingReplicaDeletion -> StateBadge.dot(Tone.BAD, WORDS.get("state.pendingReplicaDeletion"));
            case Unavailable -> StateBadge.dot(Tone.WARN, WORDS.get("state.unavailable"));
            case Creating -> StateBadge.dot(Tone.OFF, WORDS.get("state.creating"));
            case Updating -> StateBadge.dot(Tone.OFF, WORDS.get("state.updating"));
        };
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void onShow() {
        model.load(ScreenContext.screenSession(Place.HOME), context.notices()::failed);
    }
}
