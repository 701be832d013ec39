package app.keyhold.desktop.access;

import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// May they? A question to the policies, and the answer with the statements that decided.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class SimulatorController {
    private final SimulatorModel model;
    private final String account;
    private final Parent root;

    @FXML
    private ComboBox<Party> who;

    @FXML
    private ComboBox<String> action;

    @FXML
    private ComboBox<Subject> what;

    @FXML
    private VBox facts;

    @FXML
    private Button addFact;

    @FXML
    private Button ask;

    @FXML
    private Banner problem;

    @FXML
    private VBox nothing;

    @FXML
    private Card answered;

    @FXML
    private HBox verdict;

    @FXML
    private Label question;

    @FXML
    private VBox reasons;

    @FXML
    private VBox decidedBox;

    @FXML
    private VBox statements;

    @FXML
    private VBox missingBox;

    @FXML
    private FlowPane missing;

    SimulatorController(SimulatorModel model, String account) {
        this.model = model;
        this.account = account;
        this.root = Fxml.load(this);
        FieldLabels.connect(root);
    }

    @FXML
    private void initialize() {
        who.setItems(model.parties());
        who.setConverter(new PartyConverter(account, model::parties));
        who.valueProperty().subscribe(chosen -> model.partyProperty().set(Optional.ofNullable(chosen)));
        model.partyProperty().subscribe(chosen -> who.setValue(chosen.orElse(null)));
        // What is typed counts before it is left.
        who.getEditor().textProperty().subscribe(typed -> {
            if (who.isFocused() || who.getEditor().isFocused()) {
                model.partyProperty().set(Optional.ofNullable(who.getConverter().fromString(typed)));
            }
        });
        action.getItems().setAll(SimulatorModel.ACTIONS);
        action.setValue(model.actionProperty().get());
        action.getEditor().textProperty().bindBidirectional(model.actionProperty());
        what.setItems(model.subjects());
        model.subjectProperty().subscribe(chosen -> what.setValue(chosen.orElse(null)));
        what.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.subjectProperty().set(Optional.of(chosen));
            }
        });
        addFact.setGraphic(Icons.of(Feather.PLUS, "small"));
        model.facts().addListener((ListChangeListener<Fact>) _ -> showFacts());
        model.partyProperty().subscribe(this::check);
        model.subjectProperty().subscribe(this::check);
        model.actionProperty().subscribe(this::check);
        check();
        model.answerProperty().subscribe(this::show);
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    private void check() {
        ask.setDisable(!model.isReady());
    }

    private void showFacts() {
        facts.getChildren().setAll(model.facts().stream().map(this::row).toList());
    }

    private HBox row(Fact fact) {
        TextField name = field("kms:EncryptionContext:team", "Condition key");
        name.textProperty().bindBidirectional(fact.nameProperty());
        TextField value = field("red", "Its value; commas between several");
        value.textProperty().bindBidirectional(fact.valueProperty());
        value.getStyleClass().add("fact-value");
        HBox.setHgrow(name, Priority.ALWAYS);
        Button remove = Icons.button(Feather.X, "Remove this condition key", () -> model.removeFact(fact));
        remove.getStyleClass().add("flat");
        return new HBox(4, name, value, remove);
    }

    private TextField field(String prompt, String spoken) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(spoken);
        field.getStyleClass().add("mono");
        field.setOnAction(_ -> ask());
        return field;
    }

    private void show(Optional<Answer> answer) {
        show(answered, answer.isPresent());
        show(nothing, answer.isEmpty());
        answer.ifPresent(this::fill);
    }

    private void fill(Answer answer) {
        answered.setAccessibleText(answer.sentence());
        verdict.getChildren().setAll(new StateBadge(answer.tone(), answer.word()));
        question.setText(answer.question());
        statements.getChildren().setAll(lines(answer.statements(), "medium"));
        reasons.getChildren().setAll(lines(answer.reasons()));
        show(decidedBox, !answer.statements().isEmpty());
        show(missingBox, !answer.missing().isEmpty());
        missing.getChildren().setAll(answer.missing().stream().map(this::suggestion).toList());
    }

    private static List<Label> lines(List<String> sentences, String... styles) {
        return sentences.stream().map(sentence -> Texts.wrapped(sentence, styles)).toList();
    }

    private Button suggestion(String key) {
        Button add = new Button("+ " + key);
        add.setAccessibleText("Say what " + key + " would be");
        add.getStyleClass().add("chip");
        add.setOnAction(_ -> model.addFact(key));
        return add;
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    @FXML
    private void addFact() {
        model.addFact("");
    }

    @FXML
    private void ask() {
        model.ask();
    }

    Node root() {
        return root;
    }

    void focus() {
        who.requestFocus();
    }
}
