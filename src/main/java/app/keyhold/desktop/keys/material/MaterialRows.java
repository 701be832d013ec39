package app.keyhold.desktop.keys.material;

import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.KeyMaterial.Imported;
import app.keyhold.kms.operation.screen.QueryKey.Material;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The materials of a key, a row each.
final class MaterialRows {
    private static final Words WORDS = Words.of(MaterialRows.class);

    private final GridPane rows;
    private final Consumer<Material> delete;

    /// @param delete asks about one imported material
    MaterialRows(GridPane rows, Consumer<Material> delete) {
        this.rows = rows;
        this.delete = delete;
    }

    void show(KeyView key) {
        rows.getChildren().clear();
        for (Material material : key.key().materials()) {
            Label id = Texts.of(shortId(material), "mono");
            id.setTooltip(new javafx.scene.control.Tooltip(material.id()));
            id.setMinWidth(Region.USE_PREF_SIZE);
            Label state = state(material);
            state.setMinWidth(Region.USE_PREF_SIZE);
            rows.addRow(
                    rows.getRowCount(),
                    id,
                    new VBox(
                            Texts.of(key.moments().formats().date(material.created())),
                            Texts.wrapped(origin(material), "caption")),
                    state,
                    Texts.of(expiry(material, key), isExpired(material, key.moments().now()) ? "bad-text" : "muted"),
                    button(material, key));
        }
    }

    static String shortId(Material material) {
        return material.id().substring(0, 8) + "…";
    }

    private static String origin(Material material) {
        String how = material.rotation()
                .map(rotation -> switch (rotation) {
                    case AUTOMATIC -> WORDS.get("crypto.byDate");
                    case ON_DEMAND -> WORDS.get("crypto.onDemand");
                })
                .orElseGet(() -> material.imported().isPresent() ? WORDS.get("crypto.imported") : WORDS.get("crypto.first"));
        return material.imported().map(Imported::description).filter(text -> !text.isEmpty()).map(text -> how + " · " + text).orElse(how);
    }

    private static Label state(Material material) {
        if (material.absent()) {
            return Texts.of(WORDS.get("crypto.absent"), "bad-text", "medium");
        }
        if (material.pending()) {
            return Texts.of(WORDS.get("crypto.pending"), "warn-text", "medium");
        }
        return material.current() ? Texts.of(WORDS.get("crypto.current"), "ok-text", "medium") : Texts.of(WORDS.get("crypto.old"), "muted");
    }

    private static Optional<Instant> validTo(Material material) {
        return material.imported().flatMap(Imported::validTo);
    }

    private static boolean isExpired(Material material, Instant now) {
        return validTo(material).filter(end -> !end.isAfter(now)).isPresent();
    }

    private static String expiry(Material material, KeyView key) {
        return validTo(material)
                .map(end -> WORDS.get(
                        isExpired(material, key.moments().now()) ? "crypto.expired" : "crypto.expires",
                        key.moments().formats().date(end)))
                .orElse("");
    }

    private Node button(Material material, KeyView key) {
        Button button = new Button(WORDS.get("crypto.delete"));
        button.getStyleClass().add("small");
        button.setAccessibleText(WORDS.get("crypto.deleteName", shortId(material)));
        button.setOnAction(_ -> delete.accept(material));
        button.setVisible(material.imported().isPresent() && !material.absent() && !key.isServiceManaged());
        button.setManaged(button.isVisible());
        return button;
    }
}
