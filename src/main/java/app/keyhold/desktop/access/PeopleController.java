package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.RememberedColumns;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.operation.ListUsers.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// People and programs of the vault.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class PeopleController {
    private static final Words WORDS = Words.of(PeopleController.class);
    private static final String OWNER = "owner";

    private final ScreenContext context;
    private final Overlay overlay;
    private final AccessModel model;
    private final Consumer<Optional<String>> chosen;
    private final Parent root;

    @FXML
    private VBox around;

    @FXML
    private Banner problem;

    @FXML
    private Card about;

    @FXML
    private TableView<User> users;

    /// @param chosen told the ARN of who is chosen
    PeopleController(ScreenContext context, AccessModel model, Consumer<Optional<String>> chosen) {
        this.context = context;
        this.overlay = context.overlay();
        this.model = model;
        this.chosen = chosen;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        users.setItems(model.users());
        users.getColumns().setAll(List.of(
                column(WORDS.get("people.name"), 80, User::userName),
                column(WORDS.get("people.kind"), 75, UserWords::kind),
                column(WORDS.get("people.unlocksWith"), 180, UserWords::unlocksWith),
                column(WORDS.get("people.mayDo"), 170, UserWords::permissions),
                badges(),
                column(WORDS.get("people.since"), 105, user -> context.formats().date(user.created()))));
        Em.fit(users, Em.of(around), Em.ROW);
        RememberedColumns.keep(users, context.preferences().layout(), "access.users");
        users.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable User user, boolean empty) {
                super.updateItem(user, empty);
                setAccessibleText(empty || user == null ? "" : UserWords.sentence(user));
            }
        });
        users.setPlaceholder(new StateView(Feather.USERS, WORDS.get("people.nobody"), WORDS.get("people.nobodyWhy")));
        users.getSelectionModel().selectedItemProperty().subscribe(_ -> tell());
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    void tell() {
        chosen.accept(Optional.ofNullable(users.getSelectionModel().getSelectedItem()).map(User::arn));
    }

    boolean canDelete() {
        User user = users.getSelectionModel().getSelectedItem();
        return user != null && !user.userName().equals(OWNER);
    }

    private static TableColumn<User, String> column(String title, double width, Function<User, String> text) {
        var column = new TableColumn<User, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    private static TableColumn<User, Node> badges() {
        var column = new TableColumn<User, Node>(WORDS.get("people.state"));
        column.setPrefWidth(95);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(UserWords.state(row.getValue())));
        return column;
    }

    void add() {
        var controller = new NewUserController(new NewUserModel(model::isTaken, context.background()), model, overlay);
        overlay.show(controller.root());
    }

    void delete() {
        if (canDelete()) {
            User user = users.getSelectionModel().getSelectedItem();
            model.copies(copies -> overlay.show(deletion(user, copies)));
        }
    }

    /// Says what a deletion does not reach: that is the common mistake about it.
    private Node deletion(User user, List<String> copies) {
        String name = user.userName();
        var box = new DialogBox(
                WORDS.get("deletion.title", name),
                Texts.wrapped(WORDS.get(user.endpointOnly() ? "deletion.program" : "deletion.person", name)));
        if (!user.endpointOnly()) {
            box.add(Texts.wrapped(copies(copies), "muted"));
        }
        box.cancel(WORDS.get("deletion.keep", name), overlay::close);
        box.primary(WORDS.get("deletion.title", name), () -> {
                    overlay.close();
                    model.delete(name);
                }, "danger")
                .setId("delete-for-good");
        return box;
    }

    private static String copies(List<String> copies) {
        if (copies.isEmpty()) {
            return WORDS.get("deletion.noCopies");
        }
        return WORDS.get(
                "deletion.copies",
                copies.stream()
                        .map(file -> Optional.ofNullable(Path.of(file).getFileName()).map(Path::toString).orElse(file))
                        .collect(Collectors.joining(", ")));
    }

    Parent root() {
        return root;
    }

    /// What to say elsewhere where the list has no room for its own card.
    String explain(boolean room) {
        about.setVisible(room);
        about.setManaged(room);
        return room ? "" : WORDS.get("people.wallWhat");
    }

    void focus() {
        users.requestFocus();
    }
}
