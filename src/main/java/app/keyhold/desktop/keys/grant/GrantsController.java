package app.keyhold.desktop.keys.grant;

import app.keyhold.desktop.access.Parties;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyTab;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Texts;
import app.keyhold.kms.operation.grant.GrantListEntry;
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
                "No grants",
                "A grant lets one user, role or service do a few things with this key, without a change of its policy."));
        grants.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            retire.setDisable(chosen == null);
            revoke.setDisable(chosen == null);
        });
        model.totalProperty().subscribe(total -> count.setText(context.formats().count(total.longValue(), "grant", "grants")));
        model.nextProperty().subscribe(next -> {
            more.setVisible(next.isPresent());
            more.setManaged(next.isPresent());
        });
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    @Override
    public String title() {
        return "Grants";
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
                "Revoke the grant to " + GrantWords.who(grant),
                "From now on this grant allows nothing any more. Policies, and other grants, stay as they are; so does what was"
                        + " encrypted.",
                "Revoke it",
                grant,
                () -> model.revoke(grant)));
    }

    @FXML
    private void retire() {
        chosen().ifPresent(grant -> end(
                "Retire the grant to " + GrantWords.who(grant),
                "Ends it as somebody whom the grant names may, whatever policies say: its retiring principal, its grantee if it"
                        + " allows RetireGrant, or the owner. Whoever manages the key revokes it instead.",
                "Retire it",
                grant,
                () -> model.retire(grant)));
    }

    private Optional<GrantListEntry> chosen() {
        return Optional.ofNullable(grants.getSelectionModel().getSelectedItem());
    }

    private void end(String title, String what, String verb, GrantListEntry grant, Runnable action) {
        var box = new DialogBox(
                title,
                Texts.wrapped(GrantWords.operations(grant)),
                Texts.wrapped(what, "muted"));
        box.cancel("Keep it", context.overlay()::close);
        box.primary(verb, () -> {
                    context.overlay().close();
                    action.run();
                }, "danger")
                .setId("end-grant");
        context.overlay().show(box);
    }
}
