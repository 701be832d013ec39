package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.role.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The roles of the vault.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class RolesController {
    private static final Words WORDS = Words.of(RolesController.class);

    private final RolesModel model;
    private final Overlay overlay;
    private final Formats formats;
    private final String account;
    private final Consumer<Optional<String>> chosen;
    private final Parent root;

    @FXML
    private VBox around;

    @FXML
    private Banner problem;

    @FXML
    private Card about;

    @FXML
    private TableView<Role> roles;

    /// @param chosen told the ARN of the role that is chosen
    RolesController(
            RolesModel model, Overlay overlay, Formats formats, String account, Consumer<Optional<String>> chosen) {
        this.model = model;
        this.overlay = overlay;
        this.formats = formats;
        this.account = account;
        this.chosen = chosen;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        roles.setItems(model.roles());
        roles.getColumns().setAll(List.of(
                column(WORDS.get("people.name"), 180, Role::roleName),
                column(WORDS.get("roles.session"), 130, role -> formats.duration(Duration.ofSeconds(role.maxSessionDuration()))),
                column(WORDS.get("roles.description"), 260, role -> role.description().orElse("")),
                column(WORDS.get("people.since"), 100, role -> formats.date(role.createDate()))));
        Em.fit(roles, Em.of(around), Em.ROW);
        roles.setPlaceholder(new StateView(Feather.USER_CHECK, WORDS.get("roles.none"), WORDS.get("roles.noneWhy"))
                .primary(WORDS.get("roles.add"), this::add));
        roles.getSelectionModel().selectedItemProperty().subscribe(_ -> tell());
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    void tell() {
        chosen.accept(Optional.ofNullable(roles.getSelectionModel().getSelectedItem()).map(Role::arn));
    }

    boolean canDelete() {
        return roles.getSelectionModel().getSelectedItem() != null;
    }

    private static TableColumn<Role, String> column(String title, double width, Function<Role, String> text) {
        var column = new TableColumn<Role, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    void add() {
        var editing = model.newRole(new PolicyDraft(
                WORDS.get("roles.new"), PolicyDraft.Kind.TRUST, Optional.empty(), PolicyTemplates.trust(account)));
        overlay.show(new PolicyEditorController(editing, overlay, model::refresh).root());
    }

    void delete() {
        if (canDelete()) {
            String name = roles.getSelectionModel().getSelectedItem().roleName();
            var box = new DialogBox(WORDS.get("deletion.title", name), Texts.wrapped(WORDS.get("roles.deletion", name)));
            box.cancel(WORDS.get("deletion.keep", name), overlay::close);
            box.primary(WORDS.get("deletion.title", name), () -> {
                        overlay.close();
                        model.delete(name);
                    }, "danger")
                    .setId("delete-role-for-good");
            overlay.show(box);
        }
    }

    Parent root() {
        return root;
    }

    /// What to say elsewhere where the list has no room for its own card.
    String explain(boolean room) {
        about.setVisible(room);
        about.setManaged(room);
        return room ? "" : WORDS.get("roles.what");
    }

    void focus() {
        roles.requestFocus();
    }
}
