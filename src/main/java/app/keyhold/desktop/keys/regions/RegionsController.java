package app.keyhold.desktop.keys.regions;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.keys.KeyTab;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.keys.api.ApiLine;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// The Regions of the key: a row each, with what can be done there.
@SuppressWarnings("NullAway.Init")
public final class RegionsController implements KeyTab {
    private static final Words WORDS = Words.of(RegionsController.class);

    private final RegionsModel model;
    private final Overlay overlay;
    private final Parent root;

    @FXML
    private GridPane rows;

    @FXML
    private Label fixed;

    public RegionsController(RegionsModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        model.rows().addListener((ListChangeListener<RegionRow>) _ -> fill());
    }

    public static String title() {
        return WORDS.get("regions.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView key) {
        model.show(key);
        fixed.setText(model.whyFixed().orElseGet(() -> WORDS.get("regions.intro")));
    }

    private void fill() {
        rows.getChildren().clear();
        for (RegionRow row : model.rows()) {
            rows.addRow(
                    rows.getRowCount(),
                    Texts.of(row.here() ? WORDS.get("regions.here", row.region()) : row.region(), "mono"),
                    Texts.of(WORDS.get(row.role()), row.role() == RegionRow.Role.NONE ? "muted" : "medium"),
                    reach(row),
                    button(row));
        }
    }

    private static Node reach(RegionRow row) {
        return row.attached()
                .<Node>map(there -> there
                        ? StateBadge.dot(Tone.OK, WORDS.get("regions.attached"))
                        : StateBadge.dot(Tone.WARN, WORDS.get("regions.away")))
                .orElseGet(() -> Texts.of(""));
    }

    private Node button(RegionRow row) {
        if (row.role() == RegionRow.Role.PRIMARY) {
            return Texts.of("");
        }
        boolean replica = row.role() == RegionRow.Role.REPLICA;
        Button button = new Button(WORDS.get(replica ? "regions.promote" : "regions.replicate"));
        button.getStyleClass().add("small");
        button.setAccessibleText(WORDS.get(replica ? "regions.promoteName" : "regions.replicateName", row.region()));
        button.setDisable(!(replica ? model.canPromote(row) : model.canReplicateTo(row)));
        button.setOnAction(_ -> model.key().ifPresent(key -> {
            if (replica) {
                askToPromote(key, row.region());
            } else {
                askToReplicate(key, row.region());
            }
        }));
        return button;
    }

    private void askToReplicate(KeyView key, String region) {
        DialogBox box = new DialogBox(
                WORDS.get("replicate.title", key.name(), region),
                Texts.wrapped(WORDS.get("replicate.sentence")),
                new ApiLine(() -> List.of(model.replication(key, region))));
        box.cancel(WORDS.get("regions.cancel"), overlay::close);
        box.primary(WORDS.get("replicate.replicate", region), () -> {
            overlay.close();
            model.replicate(region);
        });
        overlay.show(box);
    }

    private void askToPromote(KeyView key, String region) {
        DialogBox box = new DialogBox(
                WORDS.get("promote.title", region),
                Texts.wrapped(WORDS.get("promote.sentence", key.region())),
                new ApiLine(() -> List.of(model.promotion(key, region))));
        box.cancel(WORDS.get("regions.cancel"), overlay::close);
        box.primary(WORDS.get("promote.promote"), () -> {
            overlay.close();
            model.promote(region);
        });
        overlay.show(box);
    }
}
