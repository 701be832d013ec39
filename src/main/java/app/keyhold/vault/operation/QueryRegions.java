package app.keyhold.vault.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Peers;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.operation.region.Families;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The vault's Regions as the screen shows them.
public final class QueryRegions extends VaultOperation<QueryRegions.Request, QueryRegions.Response> {
    private static final int KEYS_A_PAGE = 512;

    private final Regions regions;

    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {}

    /// @param keys multi-Region keys that the caller may describe
    public record Response(String homeRegion, List<Region> regions, List<RelatedKey> keys) {}

    /// @param customerKeys empty while it is away
    /// @param promotion what making it the home would mean; empty for the home, and while it is away
    public record Region(ListRegions.Region state, Optional<Long> customerKeys, Optional<Promotion> promotion) {}

    /// @param byForce whether the home is away; in reach it hands over, and nothing is lost
    /// @param knownRow up to which row of the home's chain it has taken over: by force, what came after is not in force
    /// @param primaryKeys keys whose primary key is in the home and that would be primary here after a promotion by force
    public record Promotion(boolean byForce, long knownRow, int primaryKeys) {}

    /// @param aliases of this Region
    public record RelatedKey(String keyId, List<String> aliases, String primaryRegion, List<String> replicaRegions) {
        public boolean isIn(String region) {
            return primaryRegion.equals(region) || replicaRegions.contains(region);
        }
    }

    public QueryRegions(Regions regions) {
        super(Request.class, SOURCE);
        this.regions = regions;
    }

    @Override
    protected String action() {
        return "keyhold:ListRegions";
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        List<Regions.Health> all = regions.health();
        String home = all.stream().filter(Regions.Health::home).findFirst().orElseThrow().region();
        boolean away = regions.find(home).isEmpty();
        return Prepared.answer(new Response(
                home, all.stream().map(region -> region(region, home, away)).toList(), related(view)));
    }

    private Region region(Regions.Health health, String home, boolean away) {
        Optional<View> here = regions.find(health.region()).map(Peers.Peer::view);
        return new Region(
                ListRegions.region(health),
                here.map(View::customerKeyCount),
                here.filter(_ -> !health.home())
                        .map(there -> new Promotion(
                                away, Provenance.of(there).row(home), Families.count(there, home))));
    }

    private static List<RelatedKey> related(View view) {
        List<RelatedKey> found = new ArrayList<>();
        List<Key> page = view.keys("", KEYS_A_PAGE);
        while (!page.isEmpty()) {
            page.stream().flatMap(key -> related(view, key)).forEach(found::add);
            page = view.keys(page.getLast().id(), KEYS_A_PAGE);
        }
        return found;
    }

    private static Stream<RelatedKey> related(View view, Key key) {
        return key.multiRegion().stream()
                .map((MultiRegion relatives) -> new RelatedKey(
                        key.id(),
                        view.aliasesOf(key.id()).stream().map(Alias::name).toList(),
                        relatives.primaryRegion(),
                        relatives.replicaRegions()));
    }
}
