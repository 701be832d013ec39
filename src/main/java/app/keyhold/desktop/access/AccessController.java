package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Command;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;

/// Who there is, what they may do with which keys, and what the policies would answer them.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class AccessController implements Screen {
    private static final Words WORDS = Words.of(AccessController.class);

    enum Part {
        PEOPLE,
        ROLES,
        SERVICES,
        MATRIX,
        QUESTIONS
    }

    private final Formats formats;
    private final AccessModel model;
    private final RolesModel rolesModel;
    private final HolderModel holderModel;
    private final AccessKeysModel keysModel;
    private final MatrixModel matrixModel;
    private final SimulatorModel questions;
    private final PeopleController people;
    private final RolesController roles;
    private final HolderController holder;
    private final String account;
    private Optional<MatrixController> matrix = Optional.empty();
    private Optional<SimulatorController> simulator = Optional.empty();
    private final ServicesView services = new ServicesView();
    private final Map<Part, ToggleButton> chips = new EnumMap<>(Part.class);
    private Part shown = Part.PEOPLE;
    private final Parent root;

    @FXML
    private FlowPane parts;

    @FXML
    private StackPane body;

    @FXML
    private SplitPane lists;

    @FXML
    private StackPane list;

    @FXML
    private Label count;

    @FXML
    private Button add;

    @FXML
    private Button delete;

    @FXML
    private Button addRole;

    @FXML
    private Button deleteRole;

    public AccessController(ScreenContext context) {
        formats = context.formats();
        String session = ScreenContext.screenSession(Place.ACCESS);
        Consumer<String> said = text -> context.notices().toast(Tone.OK, text);
        var client = context.client();
        var background = context.background();
        model = new AccessModel(client, background, session, said);
        rolesModel = new RolesModel(client, background, session, said);
        holderModel = new HolderModel(client, background, session, context.undo()::did, said, () -> {
            model.refresh();
            rolesModel.refresh();
        });
        keysModel = new AccessKeysModel(client, background, session, context.undo()::did, said);
        matrixModel = new MatrixModel(client, background, session);
        questions = new SimulatorModel(client, background, session);
        people = new PeopleController(context, model, this::choose);
        roles = new RolesController(
                rolesModel, context.overlay(), context.formats(), context.vault().account(), this::choose);
        holder = new HolderController(
                holderModel,
                context.overlay(),
                context.formats(),
                new AccessKeysController(keysModel, context.overlay(), context.secrets(), context.formats()));
        account = context.vault().account();
        root = Fxml.load(this);
        model.users().addListener((javafx.beans.Observable _) -> count());
        rolesModel.roles().addListener((javafx.beans.Observable _) -> count());
    }

    @FXML
    private void initialize() {
        var group = new ToggleGroup();
        Arrays.stream(Part.values()).forEach(part -> chips.put(part, chip(part, group)));
        parts.getChildren().setAll(chips.values());
        list.getChildren().setAll(people.root(), roles.root());
        lists.getItems().add(holder.root());
        Em.besideOrBelow(lists, Em.of(body), 62, 0.7);
        lists.orientationProperty().subscribe(_ -> explain());
        body.getChildren().add(services);
        show(Part.PEOPLE);
    }

    private ToggleButton chip(Part part, ToggleGroup group) {
        var chip = new ToggleButton(WORDS.get(part));
        chip.setId("access-" + part.name().toLowerCase(java.util.Locale.ROOT));
        chip.getStyleClass().add("chip");
        chip.setToggleGroup(group);
        chip.setOnAction(_ -> show(part));
        return chip;
    }

    private void show(Part part) {
        shown = part;
        count();
        chips.forEach((one, chip) -> chip.setSelected(one == part));
        boolean listed = part == Part.PEOPLE || part == Part.ROLES;
        lists.setVisible(listed);
        people.root().setVisible(part == Part.PEOPLE);
        roles.root().setVisible(part == Part.ROLES);
        services.setVisible(part == Part.SERVICES);
        build(part);
        matrix.ifPresent(one -> one.root().setVisible(part == Part.MATRIX));
        simulator.ifPresent(one -> one.root().setVisible(part == Part.QUESTIONS));
        explain();
        show(count, listed);
        show(add, part == Part.PEOPLE);
        show(delete, part == Part.PEOPLE);
        show(addRole, part == Part.ROLES);
        show(deleteRole, part == Part.ROLES);
        refresh();
    }

    /// The large parts only when they are first looked at: hidden ones would be styled and laid out with the rest.
    private void build(Part part) {
        if (part == Part.MATRIX && matrix.isEmpty()) {
            var built = new MatrixController(matrixModel);
            matrix = Optional.of(built);
            body.getChildren().add(built.root());
        } else if (part == Part.QUESTIONS && simulator.isEmpty()) {
            var built = new SimulatorController(questions, account);
            simulator = Optional.of(built);
            body.getChildren().add(built.root());
        }
    }

    private void explain() {
        boolean room = lists.getOrientation() == Orientation.HORIZONTAL;
        String ofPeople = people.explain(room);
        String ofRoles = roles.explain(room);
        holder.explain(shown == Part.ROLES ? ofRoles : ofPeople);
    }

    private void refresh() {
        switch (shown) {
            case PEOPLE -> {
                model.refresh();
                people.tell();
            }
            case ROLES -> {
                rolesModel.refresh();
                roles.tell();
            }
            case SERVICES -> {}
            case MATRIX -> matrixModel.refresh();
            case QUESTIONS -> questions.refresh();
        }
    }

    private void count() {
        count.setText(formats.count(
                shown == Part.ROLES ? rolesModel.roles().size() : model.users().size()));
    }

    private void choose(Optional<String> arn) {
        if (delete != null) {
            delete.setDisable(!people.canDelete());
            deleteRole.setDisable(!roles.canDelete());
        }
        arn.ifPresentOrElse(holderModel::open, holderModel::close);
        arn.ifPresentOrElse(keysModel::open, keysModel::close);
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    @FXML
    private void addUser() {
        people.add();
    }

    @FXML
    private void deleteUser() {
        people.delete();
    }

    @FXML
    private void addRole() {
        roles.add();
    }

    @FXML
    private void deleteRole() {
        roles.delete();
    }

    private void deleteChosen() {
        if (shown == Part.PEOPLE) {
            people.delete();
        } else if (shown == Part.ROLES) {
            roles.delete();
        }
    }

    @Override
    public double leastHeight() {
        return 44;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void onShow() {
        refresh();
    }

    @Override
    public void focusSearch() {
        switch (shown) {
            case PEOPLE -> people.focus();
            case ROLES -> roles.focus();
            case SERVICES -> chips.values().iterator().next().requestFocus();
            case MATRIX -> matrix.ifPresent(MatrixController::focus);
            case QUESTIONS -> simulator.ifPresent(SimulatorController::focus);
        }
    }

    private void showAndFocus(Part part) {
        show(part);
        focusSearch();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of(WORDS.get("command.matrix"), () -> showAndFocus(Part.MATRIX)),
                Command.of(WORDS.get("command.ask"), () -> showAndFocus(Part.QUESTIONS)),
                Command.of(WORDS.get("command.addUser"), this::addUser),
                Command.of(WORDS.get("command.addRole"), this::addRole),
                Command.of(WORDS.get("command.deleteUser"), "Delete", this::deleteChosen)); // not words
    }
}
