package app.keyhold.desktop.keys;

import app.keyhold.desktop.audit.EventWords;
import app.keyhold.desktop.part.Facts;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.kms.operation.key.UpdateKeyDescription;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.operation.screen.QueryKey.Material;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The key at a glance: what it is, its materials, how it was used, what happened last.
@SuppressWarnings("NullAway.Init")
final class OverviewController implements KeyTab {
    private static final int MATERIALS = 3;
    private static final int EVENTS = 5;

    private final KeyModel model;
    private final Consumer<String> openAudit;
    private final Sparkline sparkline = new Sparkline();
    private final TextField description = new TextField();
    private final Parent root;
    private String keyId = "";
    private String saved = "";

    @FXML
    private Facts facts;

    @FXML
    private GridPane materials;

    @FXML
    private StackPane uses;

    @FXML
    private Label usesSum;

    @FXML
    private VBox events;

    /// @param openAudit shows all events of a key
    OverviewController(KeyModel model, Consumer<String> openAudit) {
        this.model = model;
        this.openAudit = openAudit;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        uses.getChildren().add(sparkline);
        description.getStyleClass().add("in-place");
        description.setPromptText("Say what it is for");
        description.setAccessibleText("Description");
        description.setOnAction(_ -> saveDescription());
        description.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                saveDescription();
            }
        });
    }

    private void saveDescription() {
        if (!description.getText().equals(saved)) {
            saved = description.getText();
            model.act(new UpdateKeyDescription.Request(saved, keyId), "Description saved");
        }
    }

    @Override
    public String title() {
        return "Overview";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView key) {
        keyId = key.id();
        saved = key.metadata().description();
        description.setText(saved);
        Node what = key.canChange() ? description : Texts.wrapped(saved.isEmpty() ? "–" : saved);
        facts.getChildren().clear();
        facts.add("Description", what)
                .add("Created", key.moments().formats().date(key.metadata().creationDate()))
                .add("Manager", KeyWords.manager(key.metadata().keyManager()))
                .add("Region", key.region())
                .add("Rotation", rotation(key));
        if (key.key().aliases().size() > 1) {
            facts.add("Also named", String.join(", ", key.key().aliases().subList(1, key.key().aliases().size())));
        }
        showMaterials(key);
        sparkline.show(key.key().uses(), key.usesSentence());
        usesSum.setText(key.usesSentence());
        showEvents(key);
    }

    private static String rotation(KeyView key) {
        if (!key.canRotateAtAll()) {
            return "This kind of key does not rotate";
        }
        return key.key().rotation().next()
                .map(next -> KeyWords.period(key.key().rotation().periodInDays()) + ", " + key.moments().ahead(next))
                .orElse("Off");
    }

    private void showMaterials(KeyView key) {
        materials.getChildren().clear();
        List<Material> all = key.key().materials();
        for (Material material : all.subList(0, Math.min(MATERIALS, all.size()))) {
            HBox name = new HBox(Texts.of(material.id().substring(0, 4) + "…", "mono", "strong"), Texts.of(", " + key.moments().month(material.created())));
            name.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            materials.addRow(
                    materials.getRowCount(),
                    name,
                    material.current() ? Texts.of("Current", "ok-text", "medium") : Texts.of("opens old data", "muted"));
        }
        if (all.size() > MATERIALS) {
            materials.add(Texts.of("and " + (all.size() - MATERIALS) + " earlier", "caption"), 0, materials.getRowCount());
        }
    }

    private void showEvents(KeyView key) {
        events.getChildren().clear();
        List<Event> recent = key.key().recent();
        recent.subList(0, Math.min(EVENTS, recent.size())).forEach(event -> events.getChildren().add(line(event, key)));
        if (recent.isEmpty()) {
            events.getChildren().add(Texts.of("Nothing has happened to it yet.", "muted"));
        }
    }

    private static Node line(Event event, KeyView key) {
        boolean today = key.moments().day(event.time()).equals(key.moments().today());
        Label time = Texts.of(today ? key.moments().formats().time(event.time()) : key.moments().shortDate(event.time()), "mono", "muted", "event-time");
        HBox result = new HBox(new StateBadge(EventWords.tone(event.result()), EventWords.word(event.result())));
        result.getStyleClass().add("event-result");
        Label operation = Texts.of(event.name());
        operation.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(operation, Priority.ALWAYS);
        Label who = Texts.of(EventWords.who(event), "muted", "recent-who");
        HBox line = new HBox(time, result, operation, who);
        line.getStyleClass().add("recent-event");
        return line;
    }

    @FXML
    private void openAudit() {
        openAudit.accept(keyId);
    }
}
