package app.keyhold.vault.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.vault.Regions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The vault's Regions and how each stands.
public final class ListRegions extends VaultOperation<ListRegions.Request, ListRegions.Response> {
    public record Request() implements KmsRequest<Response> {}

    public record Response(List<Region> regions) {}

    /// @param attached whether it is here and open
    /// @param behindSince when the first change was made that it has not seen
    /// @param oldHeader whether users, passphrases or Regions have changed since: its folder still opens as before
    /// @param waiting how many things it has still to take over
    /// @param laterWrites what it did as the home while another Region was it already: not in force, to be decided about
    /// @param trouble why it is not here
    public record Region(
            String region,
            String path,
            boolean home,
            boolean attached,
            Optional<Instant> behindSince,
            boolean oldHeader,
            int waiting,
            List<LaterWrites.Write> laterWrites,
            Optional<String> trouble,
            Optional<String> nextStep) {}

    private final Regions regions;

    public ListRegions(Regions regions) {
        super(Request.class, SOURCE);
        this.regions = regions;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.answer(new Response(
                regions.health().stream().map(ListRegions::region).toList()));
    }

    static Region region(Regions.Health health) {
        return new Region(
                health.region(),
                health.folder().toString(),
                health.home(),
                health.isHere(),
                health.behindSince(),
                health.oldHeader(),
                health.waiting(),
                health.laterWrites(),
                health.trouble().map(Regions.Trouble::message),
                health.trouble().map(Regions.Trouble::nextStep));
    }
}
