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
    private static final int SHOWN = 5;
    private static final double FOUR_NEED = 1_240;
    private int columns;

    private final ScreenContext context;
    private final HomeModel model;
    private final ActivityBars bars;
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

    @SuppressWarnings("NullAway.Init") // the loader fills the fields
    public HomeController(ScreenContext context) {
        this.context = context;
        model = new HomeModel(context.client(), context.background(), context.clock());
        bars = new ActivityBars(context.clock());
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
        glance.widthProperty().subscribe(width -> arrange(width.doubleValue() >= FOUR_NEED ? 4 : 2));
        context.status().chainProperty().subscribe(() -> model.glanceProperty().get().ifPresent(this::showSafety));
        model.glanceProperty().subscribe(seen -> seen.ifPresent(this::show));
    }

    private void go(Hyperlink link, Place place) {
        link.setOnAction(_ -> {
            link.setVisited(false);
            context.navigation().go(place);
        });
    }

    private void show(HomeModel.Glance glance) {
        states.getChildren().clear();
        glance.byState()
                .forEach((state, count) -> states.getChildren()
                        .add(row(badge(state), Texts.of(context.formats().count(count), "strong"))));
        rows(rotations, glance.rotations(), QueryKeys.KeyRow::nextRotation, "None in the next 30 days");
        rows(deletions, glance.deletions(), QueryKeys.KeyRow::deletionDate, "No key is waiting to be deleted");
        showSafety(glance);
        showActivity(glance.activity());
        recent.getChildren().setAll(glance.recent().stream().map(this::event).toList());
        if (glance.recent().isEmpty()) {
            recent.getChildren().add(Texts.of("Nothing has happened yet.", "muted"));
        }
    }

    /// Side by side where there is room, else two and two.
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
        var formats = context.formats();
        return switch (state) {
            case ChainState.Unverified() -> row(new StateBadge(Tone.OFF, "Chain not yet verified"), chainLink("Verify"));
            case ChainState.Verifying() -> row(new StateBadge(Tone.OFF, "Verifying the chain"), new Label());
            case ChainState.Verified(long upTo, _) ->
                row(new StateBadge(Tone.OK, "Chain verified"), Texts.of("up to #" + formats.count(upTo), "muted"));
            case ChainState.Broken(long at) ->
                row(new StateBadge(Tone.BAD, "Chain broken at #" + formats.count(at)), chainLink("Look"));
        };
    }

    private Hyperlink chainLink(String verb) {
        var link = new Hyperlink(verb);
        link.setAccessibleText(verb + ": the audit chain");
        link.setOnAction(_ -> context.navigation().go(Place.AUDIT));
        return link;
    }

    private void showActivity(List<QueryHistogram.Bar> days) {
        var formats = context.formats();
        long denied = days.stream().mapToLong(QueryHistogram.Bar::denied).sum();
        String sum = formats.count(days.stream().mapToLong(ActivityBars::sum).sum(), "call", "calls") + " · "
                + formats.count(denied) + " denied";
        activitySum.setText(sum);
        bars.show(days, sum);
    }

    private Node event(LookupEvents.Event event) {
        var time = Texts.of(context.formats().relative(event.time()), "muted", "event-time");
        var state = new HBox(new StateBadge(EventWords.tone(event.result()), EventWords.word(event.result())));
        state.getStyleClass().add("home-state");
        state.setAlignment(Pos.CENTER_LEFT);
        var line = new HBox(
                time,
                state,
                Texts.of(event.name(), "medium", "home-what"),
                Texts.of(EventWords.keys(event), "home-key"),
                Texts.of(EventWords.who(event), "muted"));
        line.getStyleClass().add("home-event");
        return line;
    }

    private void rows(
            VBox box, List<QueryKeys.KeyRow> keys, Function<QueryKeys.KeyRow, Optional<Instant>> date, String none) {
        box.getChildren().setAll(keys.stream()
                .limit(SHOWN)
                .map(key -> row(
                        link(key), Texts.of(date.apply(key).map(context.formats()::relative).orElse(""), "muted")))
                .toList());
        if (keys.isEmpty()) {
            box.getChildren().add(Texts.of(none, "muted"));
        } else if (keys.size() > SHOWN) {
            box.getChildren().add(Texts.of("and " + (keys.size() - SHOWN) + " more", "muted"));
        }
    }

    private Hyperlink link(QueryKeys.KeyRow key) {
        String name = key.aliases().isEmpty() ? key.keyId() : key.aliases().getFirst().substring("alias/".length());
        var link = new Hyperlink(name);
        link.setOnAction(_ -> context.navigation().open(Place.KEYS, key.keyId()));
        return link;
    }

    private HBox backup(Optional<Instant> last) {
        return last.map(time -> row(
                        new StateBadge(Tone.OK, "Backup verified"),
                        Texts.of(context.formats().relative(time), "muted")))
                .orElseGet(() -> row(new StateBadge(Tone.WARN, "No backup yet"), new Label()));
    }

    private HBox denied(long count) {
        var formats = context.formats();
        return row(
                new StateBadge(
                        count == 0 ? Tone.OK : Tone.WARN,
                        count == 0 ? "Nothing was denied" : formats.count(count, "call denied", "calls denied")),
                Texts.of("last 24 hours", "muted"));
    }

    private static HBox row(Node left, Node right) {
        var row = new HBox(8, left, new Spring(), right);
        row.getStyleClass().add("home-row");
        return row;
    }

    private static StateBadge badge(KeyState state) {
        return switch (state) {
            case Enabled -> StateBadge.dot(Tone.OK, "Enabled");
            case Disabled -> StateBadge.dot(Tone.OFF, "Disabled");
            case PendingDeletion -> StateBadge.dot(Tone.BAD, "Pending deletion");
            case PendingImport -> StateBadge.dot(Tone.WARN, "Pending import");
            case PendingReplicaDeletion -> StateBadge.dot(Tone.BAD, "Pending replica deletion");
            case Unavailable -> StateBadge.dot(Tone.WARN, "Unavailable");
            case Creating -> StateBadge.dot(Tone.OFF, "Creating");
            case Updating -> StateBadge.dot(Tone.OFF, "Updating");
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
