package app.keyhold.desktop.keys.create;

import app.keyhold.crypto.KeySpec;
import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.keys.create.CreateKeyModel.Made;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Makes a key in five steps, of which Enter, Enter, Enter takes the usual way: purpose, name, review.
@SuppressWarnings("NullAway.Init")
public final class CreateKeyController {
    private static final int NAME = 1;
    private static final int REVIEW = 4;
    private static final List<String> STEPS = List.of("Purpose", "Name", "Who", "Rotation", "Review");

    private final CreateKeyModel model;
    private final Runnable cancel;
    private final Consumer<Made> made;
    private final IntegerProperty step = new SimpleIntegerProperty();
    private final Parent root;

    @FXML
    private HBox steps;

    @FXML
    private StackPane pages;

    @FXML
    private FlowPane purposes;

    @FXML
    private ComboBox<KeySpec> spec;

    @FXML
    private TextField name;

    @FXML
    private Label nameProblem;

    @FXML
    private TextField description;

    @FXML
    private TextArea tags;

    @FXML
    private TextField administrators;

    @FXML
    private TextField users;

    @FXML
    private CheckBox rotates;

    @FXML
    private Spinner<Integer> period;

    @FXML
    private Label rotationSentence;

    @FXML
    private VBox review;

    @FXML
    private TextArea policy;

    @FXML
    private Banner problem;

    @FXML
    private Button back;

    @FXML
    private Button more;

    @FXML
    private Button next;

    public CreateKeyController(CreateKeyModel model, Runnable cancel, Consumer<Made> made) {
        this.model = model;
        this.cancel = cancel;
        this.made = made;
        this.root = Fxml.load(this);
        FieldLabels.connect(root);
    }

    public Node root() {
        return root;
    }

    @FXML
    private void initialize() {
        ToggleGroup group = new ToggleGroup();
        for (Purpose purpose : Purpose.values()) {
            purposes.getChildren().add(card(purpose, group));
        }
        spec.setConverter(new SpecConverter());
        model.purposeProperty().subscribe(purpose -> {
            spec.setItems(FXCollections.observableArrayList(purpose.specs()));
            spec.setValue(purpose.usual());
        });
        spec.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.specProperty().set(chosen);
            }
        });
        name.textProperty().bindBidirectional(model.nameProperty());
        nameProblem.textProperty().bind(model.nameProblem());
        description.textProperty().bindBidirectional(model.descriptionProperty());
        tags.textProperty().bindBidirectional(model.tagsProperty());
        administrators.textProperty().bindBidirectional(model.administratorsProperty());
        users.textProperty().bindBidirectional(model.usersProperty());
        rotates.selectedProperty().bindBidirectional(model.rotatesProperty());
        period.setValueFactory(new IntegerSpinnerValueFactory(90, 2560, model.periodProperty().get(), 5));
        period.valueProperty().subscribe(days -> model.periodProperty().set(days));
        period.disableProperty().bind(rotates.selectedProperty().not());
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        nameProblem.textProperty().subscribe(this::arrange);
        model.busyProperty().subscribe(this::arrange);
        step.subscribe(this::arrange);
        arrange();
    }

    private ToggleButton card(Purpose purpose, ToggleGroup group) {
        VBox text = new VBox(2, Texts.of(purpose.title(), "medium"), Texts.wrapped(purpose.sentence(), "caption"));
        ToggleButton card = new ToggleButton();
        card.setGraphic(text);
        card.setToggleGroup(group);
        card.getStyleClass().add("purpose");
        card.setAccessibleText(purpose.title() + ". " + purpose.sentence());
        card.setSelected(model.purposeProperty().get() == purpose);
        card.setOnAction(_ -> {
            card.setSelected(true);
            model.purposeProperty().set(purpose);
        });
        // A focused card would take Enter for itself; it means this purpose, and on.
        card.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                card.fire();
                next();
                pressed.consume();
            }
        });
        return card;
    }

    private void arrange() {
        int at = step.get();
        for (int page = 0; page < pages.getChildren().size(); page++) {
            pages.getChildren().get(page).setVisible(page == at);
        }
        steps.getChildren().setAll(STEPS.stream().map(title -> stepLabel(title, at)).toList());
        back.setDisable(at == 0);
        more.setVisible(at == NAME);
        more.setManaged(at == NAME);
        next.setText(at == REVIEW ? "Create key" : at == NAME || at == REVIEW - 1 ? "Review" : "Next");
        next.setDisable(at == NAME && !nameProblem.getText().isEmpty() || model.busyProperty().get());
        rotates.setDisable(!model.canRotate());
        rotationSentence.setText(model.canRotate()
                ? "A rotation makes a new material for new data. Everything encrypted before still opens."
                : KeyWords.spec(model.specProperty().get()) + " keys have one material for life; they do not rotate.");
        if (at == REVIEW) {
            review.getChildren().setAll(model.review().stream().map(CreateKeyController::reviewLine).toList());
            policy.setText(model.policy());
        }
        if (at == NAME) {
            name.requestFocus();
        } else if (at != 0) {
            next.requestFocus();
        }
    }

    private static Label stepLabel(String title, int at) {
        int number = STEPS.indexOf(title);
        Label label = Texts.of((number + 1) + "  " + title, "step");
        if (number == at) {
            label.getStyleClass().add("current");
        }
        return label;
    }

    private static HBox reviewLine(String text) {
        HBox line = new HBox(8, Icons.of(Feather.CHECK, "ok"), Texts.wrapped(text));
        line.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        return line;
    }

    @FXML
    private void next() {
        int at = step.get();
        if (at == REVIEW) {
            model.create(made);
        } else {
            step.set(at == NAME ? REVIEW : at + 1);
        }
    }

    @FXML
    private void more() {
        step.set(NAME + 1);
    }

    @FXML
    private void back() {
        step.set(Math.max(0, step.get() == REVIEW ? NAME : step.get() - 1));
    }

    @FXML
    private void cancel() {
        cancel.run();
    }
}
