package app.keyhold.desktop.regions;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsRequest;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.operation.AddRegion;
import app.keyhold.vault.operation.PromoteRegion;
import app.keyhold.vault.operation.QueryRegions;
import app.keyhold.vault.operation.QueryRegions.Region;
import app.keyhold.vault.operation.QueryRegions.RelatedKey;
import app.keyhold.vault.operation.RemoveRegion;
import app.keyhold.vault.operation.SettleRegion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The Regions of the vault and what is done about them; each action is one operation at the door of the Region it
/// belongs to, after which they are looked at again.
public final class RegionsModel {
    private static final Words WORDS = Words.of(RegionsModel.class);

    private final OpenVault vault;
    private final Background background;
    private final String screenSession;
    private final Consumer<String> said;
    private final ObservableList<Region> regions = FXCollections.observableArrayList();
    private final ObservableList<Region> readOnlyRegions = FXCollections.unmodifiableObservableList(regions);
    private final ReadOnlyObjectWrapper<List<RelatedKey>> keys = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();

    /// @param said told a sentence about each action that succeeded
    public RegionsModel(OpenVault vault, Background background, String screenSession, Consumer<String> said) {
        this.vault = vault;
        this.background = background;
        this.screenSession = screenSession;
        this.said = said;
    }

    public void refresh() {
        background.run(
                () -> vault.client().call(new QueryRegions.Request(screenSession)),
                found -> {
                    regions.setAll(found.regions());
                    keys.set(found.keys());
                },
                failure -> problem.set(Optional.of(Problem.of(failure))));
    }

    /// @param allowSyncFolder although the folder is synchronised or on a network
    public void add(String name, Path folder, boolean allowSyncFolder) {
        act(
                vault.client(),
                new AddRegion.Request(name, folder.toAbsolutePath().toString(), Optional.of(allowSyncFolder)),
                made -> WORDS.get(made.made() ? "regions.added" : "regions.found", made.region(), made.path()));
    }

    /// @param lost that it is away and will not come back
    public void remove(String name, boolean lost) {
        act(
                vault.client(),
                new RemoveRegion.Request(name, Optional.of(lost)),
                gone -> WORDS.get("regions.removed", gone.region(), gone.path()));
    }

    /// The home hands over itself; while it is away, the Region takes its place by force.
    public void promote(Region region) {
        boolean byForce = region.promotion().filter(QueryRegions.Promotion::byForce).isPresent();
        String name = region.state().region();
        act(
                vault.in(byForce ? name : home().map(one -> one.state().region()).orElse(name)).client(),
                new PromoteRegion.Request(name, Optional.of(byForce)),
                now -> WORDS.get(now.forced() ? "regions.promotedByForce" : "regions.promoted", now.region(), now.previousHome()));
    }

    private Optional<Region> home() {
        return regions.stream().filter(region -> region.state().home()).findFirst();
    }

    public void settle(String name) {
        act(
                vault.in(name).client(),
                new SettleRegion.Request(name),
                settled -> WORDS.get("regions.settled", settled.settled(), settled.region()));
    }

    private <R> void act(Client client, KmsRequest<R> request, Function<R, String> done) {
        problem.set(Optional.empty());
        working.set(true);
        background.run(
                () -> client.call(request),
                answer -> {
                    working.set(false);
                    said.accept(done.apply(answer));
                    refresh();
                },
                failure -> {
                    working.set(false);
                    problem.set(Optional.of(Problem.of(failure)));
                });
    }

    /// Those replicated to a Region, or made there.
    public List<RelatedKey> keysIn(String region) {
        return keys.get().stream().filter(key -> key.isIn(region)).toList();
    }

    /// The home first.
    public ObservableList<Region> regions() {
        return readOnlyRegions;
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
