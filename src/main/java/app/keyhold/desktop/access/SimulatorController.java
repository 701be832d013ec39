package app.keyhold.desktop.access;

import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.InView;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.TextScale;
import app.keyhold.desktop.part.Words;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// May they? A question to the policies, and the answer with the statements that decided.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class SimulatorController {
    private static final Words WORDS = Words.of(SimulatorController.class);
    private static final double BOTH_NEED = 760;
    private final SimulatorModel model;
    private final String account;
    private final WhyView why = new WhyView();
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
    private RadioButton one;

    @FXML
    private RadioButton everybody;

    @FXML
    private VBox whoCan;

    @FXML
    private Label whoCanQuestion;

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

    @FXML
    private BorderPane place;

    @FXML
    private Card asking;

    SimulatorController(SimulatorModel model, String account) {
        this.model = model;
        this.account = account;
        this.root = Fxml.load(this);
        FieldLabels.connect(root);
    }

    /// The answer beside the question, or below it.
    private void arrange(boolean narrow) {
        place.getStyleClass().remove("narrow");
        if (narrow) {
            place.getStyleClass().add("narrow");
        }
        Node side = narrow ? null : asking;
        if (place.getLeft() != side) {
            place.setLeft(null);
            place.setTop(narrow ? asking : null);
            place.setLeft(side);
        }
    }

    @FXML
    private void initialize() {
        TextScale.follow(place, width -> arrange(width > 0 && width < BOTH_NEED));
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
        var asked = new ToggleGroup();
        one.setToggleGroup(asked);
        everybody.setToggleGroup(asked);
        one.setSelected(true);
        everybody.selectedProperty().bindBidirectional(model.everybodyProperty());
        model.everybodyProperty().subscribe(all -> {
            who.setDisable(all);
            check();
        });
        whoCan.getChildren().add(why);
        model.whoCanProperty().subscribe(this::showWhoCan);
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
        TextField name = field("kms:EncryptionContext:team", WORDS.get("simulator.conditionKey")); // not words
        name.textProperty().bindBidirectional(fact.nameProperty());
        TextField value = field("red", WORDS.get("simulator.value"));
        value.textProperty().bindBidirectional(fact.valueProperty());
        value.getStyleClass().add("fact-value");
        HBox.setHgrow(name, Priority.ALWAYS);
        Button remove = Icons.button(Feather.X, WORDS.get("simulator.removeFact"), () -> model.removeFact(fact));
        remove.getStyleClass().add("flat");
        return new HBox(4, name, value, remove);
    }

    private TextField field(String prompt, String spoken) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(spoken);
        Texts.code(field).getStyleClass().add("mono");
        field.setOnAction(_ -> ask());
        return field;
    }

    private void show(Optional<Answer> answer) {
        show(answered, answer.isPresent());
        show(nothing, answer.isEmpty() && model.whoCanProperty().get().isEmpty());
        answer.ifPresent(given -> {
            fill(given);
            InView.bringNew(answered);
        });
    }

    private void showWhoCan(Optional<SimulatorModel.WhoCan> found) {
        show(whoCan, found.isPresent());
        show(nothing, found.isEmpty() && model.answerProperty().get().isEmpty());
        found.ifPresent(all -> {
            whoCanQuestion.setText(WORDS.get(
                    "simulator.whoCan", all.action(), all.key().name(), all.allowed(), all.verdicts().size()));
            why.show(all.verdicts(), true);
            InView.bringNew(whoCan);
        });
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
        add.setAccessibleText(WORDS.get("simulator.say", key));
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
