package app.keyhold.desktop.audit;

import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.Facts;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.operation.screen.LookupEvents.Result;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One event in full: when, who, which key, why, and its place in the chain.
@SuppressWarnings("NullAway.Init")
final class EventDetailController {
    private final Moments moments;
    private final Consumer<Event> filterLike;
    private final Consumer<String> openKey;
    private final Parent root;
    private Optional<Event> shown = Optional.empty();

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
    private Facts facts;

    @FXML
    private Label whyTitle;

    @FXML
    private VBox reasons;

    @FXML
    private Label previous;

    @FXML
    private Label own;

    @FXML
    private Button open;

    /// @param openKey told a key's id or ARN
    EventDetailController(Moments moments, Consumer<Event> filterLike, Consumer<String> openKey) {
        this.moments = moments;
        this.filterLike = filterLike;
        this.openKey = openKey;
        this.root = Fxml.load(this);
        show(Optional.empty());
    }

    Parent root() {
        return root;
    }

    void show(Optional<Event> event) {
        shown = event;
        scroll.setVisible(event.isPresent());
        nothing.setVisible(event.isEmpty());
        event.ifPresent(this::fill);
    }

    private void fill(Event event) {
        title.setText(event.name());
        number.setText("#" + Counts.grouped(event.number()));
        result.getChildren().setAll(new StateBadge(EventWords.tone(event.result()), EventWords.word(event.result())));
        facts.getChildren().clear();
        facts.add("When", moments.formats().dateTime(event.time()));
        facts.add("Who", event.principalName());
        event.via().ifPresent(service -> facts.add("Through", EventWords.shortService(service) + " service"));
        if (!event.resources().isEmpty()) {
            facts.add("Key", EventWords.keysInFull(event));
        }
        event.keyMaterialId().ifPresent(id -> facts.add("Material", Texts.of(id.substring(0, Math.min(4, id.length())) + "…", "mono")));
        String context = EventWords.context(event);
        if (!context.isEmpty()) {
            facts.add("Context", Texts.wrapped(context, "mono"));
        }
        EventWords.otherFacts(event).forEach((name, value) -> facts.add(name, Texts.wrapped(value, "mono")));
        facts.add("From", event.sourceAddress());
        event.errorCode().ifPresent(code -> facts.add("Error", code));
        whyTitle.setText(event.result() == Result.ALLOWED ? "Why it was allowed" : event.result() == Result.DENIED ? "Why it was denied" : "Why it was refused");
        reasons.getChildren().clear();
        event.errorMessage().filter(text -> event.result() == Result.FAILED).ifPresent(this::reason);
        event.reasons().forEach(this::reason);
        if (reasons.getChildren().isEmpty()) {
            reason(event.result() == Result.ALLOWED ? "Keyhold's own work needs no permission." : "No statement allows it.");
        }
        previous.setText("#" + Counts.grouped(event.number() - 1) + "  " + Counts.hash(event.previousHash()));
        own.setText("#" + Counts.grouped(event.number()) + "  " + Counts.hash(event.hash()));
        open.setDisable(event.resources().isEmpty());
    }

    private void reason(String text) {
        reasons.getChildren().add(Texts.wrapped(text, "muted"));
    }

    @FXML
    private void copyJson() {
        shown.ifPresent(event -> CopyText.copy(EventJson.of(event)));
    }

    @FXML
    private void filterLikeThis() {
        shown.ifPresent(filterLike);
    }

    @FXML
    private void openKey() {
        shown.flatMap(event -> event.resources().stream().findFirst()).ifPresent(openKey);
    }
}
