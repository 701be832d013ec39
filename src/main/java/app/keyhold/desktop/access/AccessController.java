package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Command;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.vault.operation.ListUsers.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// People and programs of the vault, and what the policies would answer them.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class AccessController implements Screen {
    private static final String OWNER = "owner";
    private static final String PEOPLE = "People";
    private static final String SIMULATOR = "May they?";

    private final ScreenContext context;
    private final AccessModel model;
    private final SimulatorModel questions;
    private final SimulatorController simulator;
    private final Parent root;

    @FXML
    private HBox parts;

    @FXML
    private StackPane body;

    @FXML
    private VBox people;

    @FXML
    private Label count;

    @FXML
    private Button add;

    @FXML
    private Button delete;

    @FXML
    private Banner problem;

    @FXML
    private TableView<User> users;

    public AccessController(ScreenContext context) {
        this.context = context;
        this.model = new AccessModel(
                context.client(),
                context.background(),
                ScreenContext.screenSession(Place.ACCESS),
                said -> context.notices().toast(Tone.OK, said));
        this.questions = new SimulatorModel(
                context.client(), context.background(), ScreenContext.screenSession(Place.ACCESS));
        this.simulator = new SimulatorController(questions, context.vault().account());
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        var group = new ToggleGroup();
        parts.getChildren().setAll(chip(PEOPLE, group, this::showPeople), chip(SIMULATOR, group, this::showSimulator));
        body.getChildren().add(simulator.root());
        showPeople();
        users.setItems(model.users());
        users.getColumns().setAll(List.of(
                column("Name", 150, User::userName),
                column("Kind", 90, UserWords::kind),
                column("Unlocks with", 220, UserWords::unlocksWith),
                column("May do", 190, UserWords::permissions),
                badges(),
                column("Since", 110, user -> context.formats().date(user.created()))));
        users.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        users.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(User user, boolean empty) {
                super.updateItem(user, empty);
                setAccessibleText(empty || user == null ? "" : UserWords.sentence(user));
            }
        });
        users.setPlaceholder(new StateView(Feather.USERS, "Nobody to show", "You may not list the users of this vault."));
        users.getSelectionModel().selectedItemProperty().subscribe(chosen -> delete.setDisable(!canDelete(chosen)));
        model.users().addListener((javafx.beans.Observable _) ->
                count.setText(context.formats().count(model.users().size())));
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    private static ToggleButton chip(String text, ToggleGroup group, Runnable action) {
        var chip = new ToggleButton(text);
        chip.getStyleClass().add("chip");
        chip.setToggleGroup(group);
        chip.setOnAction(_ -> action.run());
        return chip;
    }

    private void showPeople() {
        show(PEOPLE);
    }

    private void showSimulator() {
        show(SIMULATOR);
        questions.refresh();
        simulator.focus();
    }

    private void show(String part) {
        boolean users = part.equals(PEOPLE);
        parts.getChildren().stream()
                .map(ToggleButton.class::cast)
                .forEach(chip -> chip.setSelected(chip.getText().equals(part)));
        people.setVisible(users);
        simulator.root().setVisible(!users);
        for (Node ofPeople : List.of(count, add, delete)) {
            ofPeople.setVisible(users);
            ofPeople.setManaged(users);
        }
    }

    private static boolean canDelete(@org.jspecify.annotations.Nullable User user) {
        return user != null && !user.userName().equals(OWNER);
    }

    private static TableColumn<User, String> column(String title, double width, Function<User, String> text) {
        var column = new TableColumn<User, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    private static TableColumn<User, Node> badges() {
        var column = new TableColumn<User, Node>("State");
        column.setPrefWidth(150);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(UserWords.state(row.getValue())));
        return column;
    }

    @FXML
    private void addUser() {
        var controller = new NewUserController(
                new NewUserModel(model::isTaken, context.background()), model, context.overlay());
        context.overlay().show(controller.root());
    }

    @FXML
    private void deleteUser() {
        var chosen = users.getSelectionModel().getSelectedItem();
        if (people.isVisible() && canDelete(chosen)) {
            model.copies(copies -> context.overlay().show(deletion(chosen, copies)));
        }
    }

    /// Says what a deletion does not reach: that is the common mistake about it.
    private Node deletion(User user, List<String> copies) {
        String name = user.userName();
        var box = new DialogBox(
                "Delete " + name,
                Texts.wrapped(
                        user.endpointOnly()
                                ? "Its access keys stop working. What it encrypted stays readable."
                                : "From now on " + name + " can’t unlock this vault as it is. Every copy made before still opens"
                                        + " with the passphrase of then, and whoever unlocked once may have taken more than a copy."));
        if (!user.endpointOnly()) {
            box.getChildren().add(2, Texts.wrapped(copies(copies), "muted"));
        }
        box.cancel("Keep " + name, context.overlay()::close);
        box.primary("Delete " + name, () -> {
                    context.overlay().close();
                    model.delete(name);
                }, "danger")
                .setId("delete-for-good");
        return box;
    }

    private static String copies(List<String> copies) {
        String known = copies.isEmpty()
                ? "Keyhold knows of no backup. "
                : "Known copies: "
                        + copies.stream()
                                .map(file -> Optional.ofNullable(Path.of(file).getFileName()).map(Path::toString).orElse(file))
                                .collect(Collectors.joining(", "))
                        + ". ";
        return known + "To shut them out of what is written from then on for good, rekey the vault afterwards: keyhold vault rekey.";
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void onShow() {
        model.refresh();
        if (simulator.root().isVisible()) {
            questions.refresh();
        }
    }

    @Override
    public void focusSearch() {
        if (people.isVisible()) {
            users.requestFocus();
        } else {
            simulator.focus();
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("May they? Ask the policies", this::showSimulator),
                Command.of("Add user…", this::addUser),
                Command.of("Delete user…", "Delete", this::deleteUser));
    }
}
