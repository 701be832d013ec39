package app.keyhold.desktop.keys.create;

import app.keyhold.crypto.KeySpec;
import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.keys.create.CreateKeyModel.Made;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Pages;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Makes a key in five steps, of which Enter, Enter, Enter takes the usual way: purpose, name, review.
@SuppressWarnings("NullAway.Init")
public final class CreateKeyController {
    private static final Words WORDS = Words.of(CreateKeyController.class);
    private static final int PURPOSE = 0;
    private static final int NAME = 1;
    private static final int REVIEW = 4;

    private final CreateKeyModel model;
    private final Runnable cancel;
    private final Consumer<Made> made;
    private final IntegerProperty step = new SimpleIntegerProperty();
    private final Deque<Integer> trail = new ArrayDeque<>();
    private final Parent root;

    @FXML
    private HBox steps;

    @FXML
    private Pages pages;

    @FXML
    private FlowPane purposes;

    @FXML
    private ToggleButton advanced;

    @FXML
    private VBox advancedBox;

    @FXML
    private ComboBox<KeySpec> spec;

    @FXML
    private ComboBox<Source> source;

    @FXML
    private VBox externalBox;

    @FXML
    private TextField externalKey;

    @FXML
    private Label sourceProblem;

    @FXML
    private TextField name;

    @FXML
    private Label nameProblem;

    @FXML
    private TextField description;

    @FXML
    private TextArea tags;

    @FXML
    private Label tagsProblem;

    @FXML
    private VBox review;

    @FXML
    private TextArea policy;

    @FXML
    private TextArea commands;

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
        purposes.getChildren().setAll(new PurposeCards(model.purposeProperty(), this::next).cards());
        show(advancedBox, false);
        advanced.selectedProperty().subscribe(shown -> show(advancedBox, shown));
        bindKind();
        name.textProperty().bindBidirectional(model.nameProperty());
        nameProblem.textProperty().bind(model.nameProblem());
        description.textProperty().bindBidirectional(model.descriptionProperty());
        tags.textProperty().bindBidirectional(model.tagsProperty());
        tagsProblem.textProperty().bind(model.tagsProblem());
        new WhoPage(model.people()).fill(pages.getChildren().get(2));
        new LifePage(model).fill(pages.getChildren().get(3));
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        nameProblem.textProperty().subscribe(this::arrangeButtons);
        tagsProblem.textProperty().subscribe(this::arrangeButtons);
        model.busyProperty().subscribe(this::arrangeButtons);
        step.subscribe(this::arrange);
        arrange();
    }

    private void bindKind() {
        spec.setConverter(new SpecConverter());
        source.setConverter(new SourceConverter());
        source.setItems(model.sources());
        source.valueProperty().bindBidirectional(model.sourceProperty());
        externalKey.textProperty().bindBidirectional(model.externalKeyProperty());
        model.purposeProperty().subscribe(purpose -> {
            spec.setItems(FXCollections.observableArrayList(purpose.specs()));
            spec.setValue(purpose.usual());
        });
        spec.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.specProperty().set(chosen);
            }
        });
        model.specProperty().subscribe(this::kindChanged);
        model.sourceProperty().subscribe(this::kindChanged);
        model.externalKeyProperty().subscribe(this::kindChanged);
        kindChanged();
    }

    private void kindChanged() {
        show(externalBox, model.sourceProperty().get().needsExternalKey());
        sourceProblem.setText(model.sourceProblem().orElse(""));
        show(sourceProblem, model.sourceProblem().isPresent());
        arrangeButtons();
    }

    private static void show(Node part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }

    private void arrange() {
        int at = step.get();
        for (int page = 0; page < pages.getChildren().size(); page++) {
            pages.getChildren().get(page).setVisible(page == at);
        }
        List<String> titles = List.of(
                WORDS.get("step.purpose"), WORDS.get("step.name"), WORDS.get("step.who"), WORDS.get("step.life"), WORDS.get("step.review"));
        steps.getChildren().clear();
        for (int number = 0; number < titles.size(); number++) {
            steps.getChildren().add(stepLabel(number, titles.get(number), number == at));
        }
        steps.setAccessibleText(WORDS.get("create.stepNow", at + 1, titles.size(), titles.get(at)));
        arrangeButtons();
        if (at == REVIEW) {
            fillReview();
        }
        if (at == NAME) {
            name.requestFocus();
        } else if (at != PURPOSE) {
            next.requestFocus();
        }
    }

    private void arrangeButtons() {
        int at = step.get();
        back.setDisable(at == PURPOSE);
        show(more, at == NAME);
        next.setText(WORDS.get(at == REVIEW ? "create.create" : at == NAME || at == REVIEW - 1 ? "create.review" : "create.next"));
        boolean badKind = model.sourceProblem().isPresent();
        boolean badName = !nameProblem.getText().isEmpty() || !tagsProblem.getText().isEmpty();
        next.setDisable(model.busyProperty().get() || at == PURPOSE && badKind || at == NAME && badName);
        more.setDisable(badName);
    }

    private void fillReview() {
        review.getChildren().setAll(model.review().stream().map(CreateKeyController::reviewLine).toList());
        policy.setText(model.policy());
        commands.setText(DraftWords.commands(model.draft()));
    }

    private static Label stepLabel(int number, String title, boolean current) {
        Label label = Texts.of(WORDS.get("create.step", number + 1, title), "step");
        if (current) {
            label.getStyleClass().add("current");
        }
        return label;
    }

    private static HBox reviewLine(String text) {
        HBox line = new HBox(8, Icons.of(Feather.CHECK, "ok"), Texts.wrapped(text));
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    @FXML
    private void next() {
        int at = step.get();
        if (next.isDisabled()) {
            return;
        }
        if (at == REVIEW) {
            model.create(made);
        } else {
            go(at == NAME ? REVIEW : at + 1);
        }
    }

    @FXML
    private void more() {
        go(NAME + 1);
    }

    private void go(int to) {
        trail.push(step.get());
        step.set(to);
    }

    @FXML
    private void back() {
        if (!trail.isEmpty()) {
            step.set(trail.pop());
        }
    }

    @FXML
    private void copy() {
        CopyText.copy(commands.getText());
    }

    @FXML
    private void cancel() {
        cancel.run();
    }
}
