package app.keyhold.desktop.keys;

import app.keyhold.desktop.audit.EventWords;
import app.keyhold.desktop.keys.names.NamesModel;
import app.keyhold.desktop.part.Facts;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.MultiRegionConfiguration;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.operation.screen.QueryKey.Material;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final Words WORDS = Words.of(OverviewController.class);

    private static final int MATERIALS = 3;
    private static final int EVENTS = 5;

    private final NamesModel names;
    private final Consumer<String> openAudit;
    private final Sparkline sparkline = new Sparkline();
    private final TextField description = new TextField();
    private final Parent root;
    private Optional<KeyView> shown = Optional.empty();
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
    OverviewController(NamesModel names, Consumer<String> openAudit) {
        this.names = names;
        this.openAudit = openAudit;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        uses.getChildren().add(sparkline);
        description.getStyleClass().add("in-place");
        description.setPromptText(WORDS.get("overview.descriptionPrompt"));
        description.setAccessibleText(WORDS.get("overview.description"));
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
            shown.ifPresent(key -> names.describe(key, saved));
        }
    }

    static String title() {
        return WORDS.get("overview.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView key) {
        shown = Optional.of(key);
        saved = key.metadata().description();
        description.setText(saved);
        Node what = key.canChange() ? description : Texts.wrapped(saved.isEmpty() ? "–" : saved);
        facts.getChildren().clear();
        facts.add(WORDS.get("overview.description"), what)
                .add(WORDS.get("overview.created"), key.moments().formats().date(key.metadata().creationDate()))
                .add(WORDS.get("overview.manager"), KeyWords.manager(key.metadata().keyManager()))
                .add(WORDS.get(key.metadata().multiRegion() ? "overview.regions" : "overview.region"), regions(key))
                .add(WORDS.get("overview.rotation"), rotation(key));
        addOrigin(key);
        if (key.key().aliases().size() > 1) {
            facts.add(WORDS.get("overview.alsoNamed"), String.join(", ", key.key().aliases().subList(1, key.key().aliases().size())));
        }
        showMaterials(key);
        sparkline.show(key.key().uses(), key.usesSentence());
        usesSum.setText(key.usesSentence());
        showEvents(key);
    }

    private static String rotation(KeyView key) {
        if (!key.canRotateAtAll()) {
            return WORDS.get("overview.noRotation");
        }
        if (key.isImported()) {
            return WORDS.get("overview.byHand");
        }
        return key.key().rotation().next()
                .map(next -> WORDS.get("overview.rotates", KeyWords.period(key.key().rotation().periodInDays()), key.moments().ahead(next)))
                .orElseGet(() -> WORDS.get("overview.off"));
    }

    private static String regions(KeyView key) {
        return key.metadata().multiRegionConfiguration()
                .map(all -> Stream.concat(Stream.of(all.primaryKey()), all.replicaKeys().stream())
                        .map(MultiRegionConfiguration.MultiRegionKey::region)
                        .collect(Collectors.joining(", ")))
                .orElseGet(key::region);
    }

    private void addOrigin(KeyView key) {
        if (key.metadata().origin() != KeyOrigin.AWS_KMS) {
            facts.add(WORDS.get("overview.origin"), KeyWords.origin(key.metadata().origin()));
        }
        key.metadata().customKeyStoreId().ifPresent(store -> facts.add(WORDS.get("overview.store"), store));
        key.metadata().validTo().ifPresent(end -> facts.add(WORDS.get("overview.expires"), key.moments().formats().date(end)));
        if (key.key().knownFiles() > 0) {
            facts.add(WORDS.get("overview.protects"), key.knownFiles());
        }
    }

    private static Label state(Material material) {
        if (material.absent()) {
            return Texts.of(WORDS.get("overview.absent"), "bad-text");
        }
        if (material.pending()) {
            return Texts.of(WORDS.get("overview.pending"), "warn-text");
        }
        return material.current()
                ? Texts.of(WORDS.get("overview.current"), "ok-text", "medium")
                : Texts.of(WORDS.get("overview.old"), "muted");
    }

    private static Label whole(Label label) {
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private void showMaterials(KeyView key) {
        materials.getChildren().clear();
        List<Material> all = key.key().materials();
        for (Material material : all.subList(0, Math.min(MATERIALS, all.size()))) {
            HBox name = new HBox(
                    8,
                    whole(Texts.of(material.id().substring(0, 4) + "…", "mono", "strong")),
                    whole(Texts.of(key.moments().month(material.created()))));
            name.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            materials.addRow(
                    materials.getRowCount(),
                    name,
                    whole(state(material)));
        }
        if (all.isEmpty()) {
            materials.add(Texts.of(WORDS.get("overview.noMaterial"), "muted"), 0, 0);
        }
        if (all.size() > MATERIALS) {
            materials.add(Texts.of(WORDS.get("overview.earlier", all.size() - MATERIALS), "caption"), 0, materials.getRowCount());
        }
    }

    private void showEvents(KeyView key) {
        events.getChildren().clear();
        List<Event> recent = key.key().recent();
        recent.subList(0, Math.min(EVENTS, recent.size())).forEach(event -> events.getChildren().add(line(event, key)));
        if (recent.isEmpty()) {
            events.getChildren().add(Texts.of(WORDS.get("overview.nothing"), "muted"));
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
        shown.map(KeyView::id).ifPresent(openAudit);
    }
}
