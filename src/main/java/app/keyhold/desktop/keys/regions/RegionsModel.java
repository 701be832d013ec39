package app.keyhold.desktop.keys.regions;

import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.region.ReplicateKey;
import app.keyhold.kms.operation.region.UpdatePrimaryRegion;
import app.keyhold.vault.operation.ListRegions;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Where a multi-Region key is, and taking it elsewhere.
public final class RegionsModel {
    private static final Words WORDS = Words.of(RegionsModel.class);

    private final KeyModel door;
    private final ObservableList<RegionRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RegionRow> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
    private Optional<KeyView> key = Optional.empty();

    public RegionsModel(KeyModel door) {
        this.door = door;
    }

    /// Whoever may not list the vault's Regions sees the key's own.
    public void show(KeyView shown) {
        key = Optional.of(shown);
        rows.setAll(RegionRow.of(shown, List.of()));
        door.ask(
                new ListRegions.Request(),
                answer -> key.filter(shown::equals).ifPresent(still -> rows.setAll(RegionRow.of(still, answer.regions()))),
                _ -> {});
    }

    ObservableList<RegionRow> rows() {
        return readOnlyRows;
    }

    /// Why nothing can be done about Regions here.
    public Optional<String> whyFixed() {
        return key.flatMap(shown -> {
            if (!shown.metadata().multiRegion()) {
                return Optional.of(WORDS.get("regions.single"));
            }
            return shown.isReplica() ? Optional.of(WORDS.get("regions.atPrimary", primary(shown))) : Optional.empty();
        });
    }

    private static String primary(KeyView key) {
        return key.metadata().multiRegionConfiguration().map(all -> all.primaryKey().region()).orElse("");
    }

    boolean canReplicateTo(RegionRow row) {
        return row.role() == RegionRow.Role.NONE && key.filter(shown -> shown.isPrimary() && shown.isEnabled()).isPresent();
    }

    boolean canPromote(RegionRow row) {
        return row.role() == RegionRow.Role.REPLICA && key.filter(shown -> shown.isPrimary() && shown.isEnabled()).isPresent();
    }

    /// With the description, policy and tags that the key has here.
    ReplicateKey.Request replication(KeyView shown, String region) {
        List<Tag> tags = shown.key().tags();
        return new ReplicateKey.Request(
                Optional.empty(),
                Optional.of(shown.metadata().description()).filter(text -> !text.isEmpty()),
                shown.id(),
                Optional.of(shown.key().policy()),
                region,
                tags);
    }

    UpdatePrimaryRegion.Request promotion(KeyView shown, String region) {
        return new UpdatePrimaryRegion.Request(shown.id(), region);
    }

    public void replicate(String region) {
        key.ifPresent(shown -> door.act(replication(shown, region), WORDS.get("regions.replicated", shown.name(), region)));
    }

    public void promote(String region) {
        key.ifPresent(shown -> door.act(promotion(shown, region), WORDS.get("regions.promoted", region)));
    }

    Optional<KeyView> key() {
        return key;
    }
}
