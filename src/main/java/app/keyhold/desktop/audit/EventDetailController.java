package app.keyhold.desktop.audit;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.Facts;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.operation.screen.LookupEvents.Result;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One event in full: when, who, which key, why, and its place in the chain.
@SuppressWarnings("NullAway.Init")
final class EventDetailController {
    private static final Words WORDS = Words.of(EventDetailController.class);
    /// In the place of the list.
    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");
    private static final int MATERIAL_SHOWN = 4;

    private final Client client;
    private final Background background;
    private final Moments moments;
    private final Doings doings;
    private final Parent root;
    private Optional<Event> shown = Optional.empty();

    /// What the pane asks of the screen around it.
    ///
    /// @param openKey told a key's id or ARN
    /// @param goTo told a row's number
    record Doings(Consumer<Event> filterLike, Consumer<Event> showRelated, Consumer<String> openKey, LongConsumer goTo, Runnable close) {}

    @FXML
    private Label nothing;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Label title;

    @FXML
    private Label number;

    @FXML
    private HBox result;

    @FXML
    private Button close;

    @FXML
    private Facts facts;

    @FXML
    private Label whyTitle;

    @FXML
    private VBox reasons;

    @FXML
    private HBox statementLinks;

    @FXML
    private Hyperlink statement;

    @FXML
    private Hyperlink policy;

    @FXML
    private TextArea statementJson;

    @FXML
    private Label statementGone;

    @FXML
    private Hyperlink previous;

    @FXML
    private Label own;

    @FXML
    private Hyperlink next;

    @FXML
    private ToggleButton showJson;

    @FXML
    private TextArea json;

    @FXML
    private Button open;

    EventDetailController(Client client, Background background, Moments moments, Doings doings) {
        this.client = client;
        this.background = background;
        this.moments = moments;
        this.doings = doings;
        this.root = Fxml.load(this);
        json.visibleProperty().bind(showJson.selectedProperty());
        json.managedProperty().bind(showJson.selectedProperty());
        statementJson.managedProperty().bind(statementJson.visibleProperty());
        statementGone.managedProperty().bind(statementGone.visibleProperty());
        statementLinks.managedProperty().bind(statementLinks.visibleProperty());
        policy.managedProperty().bind(policy.visibleProperty());
        close.managedProperty().bind(close.visibleProperty());
        show(Optional.empty());
        laidOver(false);
    }

    Parent root() {
        return root;
    }

    /// Whether the pane takes the place of the list and has to be closed to see that.
    void laidOver(boolean over) {
        close.setVisible(over);
        root.pseudoClassStateChanged(ALONE, over);
    }

    void show(Optional<Event> event) {
        shown = event;
        scroll.setVisible(event.isPresent());
        nothing.setVisible(event.isEmpty());
        event.ifPresent(this::fill);
    }

    private void fill(Event event) {
        title.setText(event.name());
        number.setText(numbered(event.number()));
        result.getChildren().setAll(new StateBadge(EventWords.tone(event.result()), EventWords.word(event.result())));
        fillFacts(event);
        whyTitle.setText(
                switch (event.result()) {
                    case ALLOWED -> WORDS.get("detail.whyAllowed");
                    case DENIED -> WORDS.get("detail.whyDenied");
                    case FAILED -> WORDS.get("detail.whyRefused");
                });
        reasons.getChildren().clear();
        event.errorMessage().filter(text -> event.result() == Result.FAILED).ifPresent(this::reason);
        event.reasons().forEach(this::reason);
        if (reasons.getChildren().isEmpty()) {
            reason(event.result() == Result.ALLOWED ? WORDS.get("detail.ownWork") : WORDS.get("detail.noStatement"));
        }
        Optional<DecidingStatement> deciding = DecidingStatement.of(event);
        statementLinks.setVisible(deciding.isPresent());
        statementJson.setVisible(false);
        statementGone.setVisible(false);
        policy.setVisible(deciding.flatMap(one -> one.key(event)).isPresent());
        previous.setText(WORDS.get("detail.row", event.number() - 1, Counts.hash(event.previousHash())));
        previous.setDisable(event.number() == 1);
        own.setText(WORDS.get("detail.row", event.number(), Counts.hash(event.hash())));
        next.setText(WORDS.get("detail.next", event.number() + 1));
        json.setText(EventJson.of(event));
        open.setDisable(event.resources().isEmpty());
    }

    private void fillFacts(Event event) {
        facts.getChildren().clear();
        facts.add(WORDS.get("detail.when"), moments.formats().dateTime(event.time()));
        facts.add(WORDS.get("detail.who"), event.principalName());
        event.via().ifPresent(service -> facts.add(
                WORDS.get("detail.through"), WORDS.get("detail.service", EventWords.shortService(service))));
        if (!event.resources().isEmpty()) {
            facts.add(WORDS.get("detail.key"), EventWords.keysInFull(event));
        }
        event.keyMaterialId()
                .ifPresent(id -> facts.add(
                        WORDS.get("detail.material"),
                        Texts.of(id.substring(0, Math.min(MATERIAL_SHOWN, id.length())) + "…", "mono")));
        String context = EventWords.context(event);
        if (!context.isEmpty()) {
            facts.add(WORDS.get("detail.context"), Texts.wrapped(context, "mono"));
        }
        EventWords.otherFacts(event).forEach((name, value) -> facts.add(name, Texts.wrapped(value, "mono")));
        facts.add(WORDS.get("detail.from"), event.sourceAddress());
        event.errorCode().ifPresent(code -> facts.add(WORDS.get("detail.error"), code));
    }

    private static String numbered(long number) {
        return WORDS.get("detail.number", number);
    }

    private void reason(String text) {
        reasons.getChildren().add(Texts.wrapped(text, "muted"));
    }

    @FXML
    private void showStatement() {
        shown.ifPresent(event -> DecidingStatement.of(event).ifPresent(deciding -> background.run(
                () -> deciding.read(client, event),
                found -> showStatement(event, found, WORDS.get("detail.statementGone")),
                failure -> showStatement(event, Optional.empty(), Problem.of(failure).text()))));
    }

    private void showStatement(Event of, Optional<String> found, String otherwise) {
        if (shown.filter(of::equals).isPresent()) {
            statementJson.setText(found.orElse(""));
            statementJson.setVisible(found.isPresent());
            statementGone.setText(otherwise);
            statementGone.setVisible(found.isEmpty());
        }
    }

    @FXML
    private void openPolicy() {
        shown.ifPresent(event ->
                DecidingStatement.of(event).flatMap(one -> one.key(event)).ifPresent(doings.openKey()));
    }

    @FXML
    private void goToPrevious() {
        shown.ifPresent(event -> doings.goTo().accept(event.number() - 1));
    }

    @FXML
    private void goToNext() {
        shown.ifPresent(event -> doings.goTo().accept(event.number() + 1));
    }

    @FXML
    private void copyJson() {
        shown.ifPresent(event -> CopyText.copy(EventJson.of(event)));
    }

    @FXML
    private void filterLikeThis() {
        shown.ifPresent(doings.filterLike());
    }

    @FXML
    private void showRelated() {
        shown.ifPresent(doings.showRelated());
    }

    @FXML
    private void openKey() {
        shown.flatMap(event -> event.resources().stream().findFirst()).ifPresent(doings.openKey());
    }

    @FXML
    private void close() {
        doings.close().run();
    }
}
