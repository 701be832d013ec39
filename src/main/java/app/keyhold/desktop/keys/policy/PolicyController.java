package app.keyhold.desktop.keys.policy;

import app.keyhold.desktop.access.LineGutter;
import app.keyhold.desktop.access.Parties;
import app.keyhold.desktop.access.Party;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyTab;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.CheckPolicy.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

/// The key policy, as a form or as text: two views of one document.
@SuppressWarnings("NullAway.Init")
public final class PolicyController implements KeyTab {
    private static final Words WORDS = Words.of(PolicyController.class);
    private static final Duration AFTER_TYPING = Duration.millis(250);

    private final ScreenContext context;
    private final KeyModel door;
    private final PolicyDialog dialog;
    private final String session = ScreenContext.screenSession(Place.KEYS);
    private final Parties parties;
    private final ObservableList<String> principals = FXCollections.observableArrayList("*");
    private final List<StatementCard> shownCards = new ArrayList<>();
    private final PauseTransition pause = new PauseTransition(AFTER_TYPING);
    private final Parent root;
    private Optional<PolicyModel> model = Optional.empty();
    private Subscription bound = Subscription.EMPTY;

    @FXML
    private ToggleButton form;

    @FXML
    private ToggleButton json;

    @FXML
    private ScrollPane formPane;

    @FXML
    private VBox cards;

    @FXML
    private Label noForm;

    @FXML
    private Button add;

    @FXML
    private HBox editor;

    @FXML
    private TextArea text;

    @FXML
    private Banner fault;

    @FXML
    private Button goThere;

    @FXML
    private Button layOut;

    @FXML
    private Button save;

    @FXML
    private Button revert;

    public PolicyController(ScreenContext context, KeyModel door) {
        this.context = context;
        this.door = door;
        this.dialog = new PolicyDialog(context.overlay());
        this.parties = new Parties(context.client(), context.background(), session);
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        ToggleGroup views = new ToggleGroup();
        form.setToggleGroup(views);
        json.setToggleGroup(views);
        form.setSelected(true);
        form.setOnAction(_ -> choose(form));
        json.setOnAction(_ -> choose(json));
        editor.getChildren().addFirst(new LineGutter(text));
        pause.setOnFinished(_ -> model.ifPresent(PolicyModel::check));
        choose(form);
    }

    private void choose(ToggleButton view) {
        view.setSelected(true);
        boolean asForm = form.isSelected();
        show(formPane, asForm);
        show(add, asForm);
        show(editor, !asForm);
        show(layOut, !asForm);
    }

    private static void show(Node part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }

    public static String title() {
        return WORDS.get("policy.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView shown) {
        boolean same = model.map(PolicyModel::key).filter(before -> before.id().equals(shown.id()) && before.key().policy().equals(shown.key().policy())).isPresent();
        text.setEditable(shown.canChange());
        cards.setDisable(!shown.canChange());
        add.setDisable(!shown.canChange());
        if (!same) {
            parties.load(everybody -> principals.setAll(Stream.concat(everybody.stream().map(Party::arn), Stream.of("*")).toList()));
            edit(new PolicyModel(door, session, shown));
        }
    }

    private void edit(PolicyModel now) {
        model.ifPresent(before -> text.textProperty().unbindBidirectional(before.textProperty()));
        bound.unsubscribe();
        model = Optional.of(now);
        shownCards.clear();
        text.textProperty().bindBidirectional(now.textProperty());
        save.disableProperty().bind(now.changed().not());
        revert.disableProperty().bind(now.changed().not());
        bound = Subscription.combine(
                now.statementsProperty().subscribe(this::showForm),
                now.textProperty().subscribe((_, _) -> pause.playFromStart()),
                now.flawProperty().subscribe(this::showFlaw),
                now.lockedOutProperty().subscribe(locked -> {
                    if (locked) {
                        dialog.askLockedOut(now);
                    }
                }));
    }

    /// Cards that say already what the document says stay, and keep the keyboard.
    private void showForm(Optional<List<StatementDraft>> statements) {
        show(noForm, statements.isEmpty());
        show(cards, statements.isPresent());
        statements.filter(all -> !all.equals(shownCards.stream().map(StatementCard::statement).toList())).ifPresent(all -> {
            shownCards.clear();
            for (int place = 0; place < all.size(); place++) {
                shownCards.add(card(place, all.get(place)));
            }
            cards.getChildren().setAll(shownCards.stream().map(StatementCard::node).toList());
        });
    }

    private StatementCard card(int place, StatementDraft statement) {
        return new StatementCard(
                statement,
                principals,
                now -> model.ifPresent(editing -> editing.replace(place, now)),
                () -> model.ifPresent(editing -> editing.remove(place)));
    }

    private void showFlaw(Optional<Flaw> found) {
        ((LineGutter) editor.getChildren().getFirst()).mark(found.map(one -> OptionalInt.of(one.line())).orElse(OptionalInt.empty()));
        show(goThere, found.isPresent());
        found.ifPresentOrElse(
                one -> fault.show(Tone.BAD, WORDS.get("policy.flaw", one.line(), one.column(), one.what())), fault::hide);
        text.setAccessibleHelp(fault.message());
    }

    @FXML
    private void goThere() {
        choose(json);
        model.flatMap(editing -> editing.flawProperty().get()).ifPresent(found -> {
            int start = 0;
            for (int line = 1; line < found.line(); line++) {
                start = text.getText().indexOf('\n', start) + 1;
            }
            int end = text.getText().indexOf('\n', start);
            text.requestFocus();
            text.selectRange(Math.clamp(start + found.column() - 1L, 0, text.getLength()), end < 0 ? text.getLength() : end);
        });
    }

    @FXML
    private void add() {
        model.ifPresent(editing -> {
            editing.add("arn:aws:iam::" + context.vault().account() + ":root");
            shownCards.getLast().node().lookup(".text-field").requestFocus();
        });
    }

    @FXML
    private void layOut() {
        model.ifPresent(editing -> {
            editing.check();
            editing.layOut();
        });
    }

    @FXML
    private void revert() {
        model.ifPresent(PolicyModel::revert);
    }

    @FXML
    private void save() {
        model.ifPresent(dialog::ask);
    }
}
