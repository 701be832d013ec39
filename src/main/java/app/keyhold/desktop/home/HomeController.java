package app.keyhold.desktop.home;

import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.screen.QueryKeys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Binds the home page to [HomeModel].
public final class HomeController implements Screen {
    private static final int SHOWN = 5;

    private final ScreenContext context;
    private final HomeModel model;
    private final Node root;

    @FXML private VBox states;
    @FXML private VBox rotations;
    @FXML private VBox deletions;
    @FXML private VBox safety;
    @FXML private Hyperlink toKeys;
    @FXML private Hyperlink toRotation;
    @FXML private Hyperlink toFiles;
    @FXML private Hyperlink toAudit;

    @SuppressWarnings("NullAway.Init") // the loader fills the fields
    public HomeController(ScreenContext context) {
        this.context = context;
        model = new HomeModel(context.client(), context.background(), context.clock());
        root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        go(toKeys, Place.KEYS);
        go(toRotation, Place.ROTATION);
        go(toFiles, Place.FILES);
        go(toAudit, Place.AUDIT);
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
        safety.getChildren().setAll(backup(glance.lastBackup()), denied(glance.denied()));
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
