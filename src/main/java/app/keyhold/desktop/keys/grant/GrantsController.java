package app.keyhold.desktop.keys.grant;

import app.keyhold.desktop.access.Parties;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyTab;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.keys.api.ApiLine;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.operation.grant.GrantListEntry;
import app.keyhold.kms.operation.grant.RetireGrant;
import app.keyhold.kms.operation.grant.RevokeGrant;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.kordamp.ikonli.feather.Feather;

/// Who may do a few things with this key beside what policies say: grants are made here, and ended.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class GrantsController implements KeyTab {
    private static final Words WORDS = Words.of(GrantsController.class);

    private final ScreenContext context;
    private final KeyModel door;
    private final GrantsModel model;
    private final Parties parties;
    private final Parent root;
    private Optional<KeyView> shown = Optional.empty();

    @FXML
    private Label count;

    @FXML
    private Button retire;

    @FXML
    private Button revoke;

    @FXML
    private Button create;

    @FXML
    private Banner problem;

    @FXML
    private ListView<GrantListEntry> grants;

    @FXML
    private Button more;

    public GrantsController(ScreenContext context, KeyModel door) {
        this.context = context;
        this.door = door;
        String session = ScreenContext.screenSession(Place.KEYS);
        this.model = new GrantsModel(door, session);
        this.parties = new Parties(context.client(), context.background(), session);
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        grants.setItems(model.grants());
        grants.setCellFactory(_ -> new GrantCell(context.formats()));
        grants.setPlaceholder(new StateView(
                Feather.USER_CHECK,
                WORDS.get("grants.none"),
                WORDS.get("grants.noneSentence")));
        grants.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            retire.setDisable(chosen == null);
            revoke.setDisable(chosen == null);
        });
        model.totalProperty().subscribe(total -> count.setText(WORDS.get("grants.count", total.longValue())));
        model.nextProperty().subscribe(next -> {
            more.setVisible(next.isPresent());
            more.setManaged(next.isPresent());
        });
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    public static String title() {
        return WORDS.get("grants.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView key) {
        shown = Optional.of(key);
        create.setDisable(!key.isEnabled() || key.isServiceManaged());
        model.load(key.id());
    }

    @FXML
    private void more() {
        model.more();
    }

    @FXML
    private void create() {
        shown.filter(_ -> !create.isDisabled()).ifPresent(key -> {
            var controller = new CreateGrantController(
                    new CreateGrantModel(key.metadata()), context.vault().account(), parties, context.overlay(), door);
            context.overlay().show(controller.root());
        });
    }

    @FXML
    private void revoke() {
        chosen().ifPresent(grant -> end(
                WORDS.get("revoke.title", GrantWords.who(grant)),
                WORDS.get("revoke.sentence"),
                WORDS.get("revoke.revoke"),
                grant,
                RevokeGrant.Request.of(grant.keyId(), grant.grantId()),
                () -> model.revoke(grant)));
    }

    @FXML
    private void retire() {
        chosen().ifPresent(grant -> end(
                WORDS.get("retire.title", GrantWords.who(grant)),
                WORDS.get("retire.sentence"),
                WORDS.get("retire.retire"),
                grant,
                RetireGrant.Request.of(grant.keyId(), grant.grantId()),
                () -> model.retire(grant)));
    }

    private Optional<GrantListEntry> chosen() {
        return Optional.ofNullable(grants.getSelectionModel().getSelectedItem());
    }

    private void end(String title, String what, String verb, GrantListEntry grant, KmsRequest<?> request, Runnable action) {
        var box = new DialogBox(
                title,
                Texts.wrapped(GrantWords.operations(grant)),
                Texts.wrapped(what, "muted"),
                new ApiLine(() -> List.of(request)));
        box.cancel(WORDS.get("end.keep"), context.overlay()::close);
        box.primary(verb, () -> {
                    context.overlay().close();
                    action.run();
                }, "danger")
                .setId("end-grant");
        context.overlay().show(box);
    }
}
