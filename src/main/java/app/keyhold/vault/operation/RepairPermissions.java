package app.keyhold.vault.operation;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.vault.FolderHealth;
import app.keyhold.vault.Regions;
import java.util.List;

/// Takes the files of the Regions that are here away from everybody but their owner.
public final class RepairPermissions extends VaultOperation<RepairPermissions.Request, RepairPermissions.Response> {
    public record Request() implements KmsRequest<Response> {}

    /// @param files that others may not touch any more
    public record Response(List<String> files) {}

    private final Regions regions;

    public RepairPermissions(Regions regions) {
        super(Request.class, SOURCE);
        this.regions = regions;
    }

    /// The files are no rows: what is repaired stays so also if this call's own row can't be written.
    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.change(_ -> new Response(regions.here().stream()
                .flatMap(region -> new FolderHealth(region.folder()).repair().stream())
                .toList()));
    }
}
