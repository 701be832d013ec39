package app.keyhold.vault.operation;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.KeyTable;
import app.keyhold.vault.Regions;
import app.keyhold.vault.backup.BackupMaker;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// One file with everything that is here: header, a copy of every Region's database, and a manifest that ties them together. It counts
/// only after it was opened again and its chain and keys were compared.
public final class Backup extends VaultOperation<Backup.Request, Backup.Response> {
    static final String VERIFIED = "vault.backup-verified";

    /// @param file path of a file that does not exist yet
    public record Request(@Required @Length(min = 1, max = 4096) @Matches("[^\\n\\r]+") String file)
            implements KmsRequest<Response>, HeaderChanging {}

    /// @param keys in all its Regions
    /// @param rows audit rows in all its Regions
    /// @param regions in it
    /// @param away Regions that are not in it
    public record Response(
            String file,
            long bytes,
            String sha256,
            long keys,
            long rows,
            Instant verified,
            List<String> regions,
            List<String> away) {}

    private final HeaderKeeper headers;
    private final Regions regions;
    private final BackupMaker maker;
    private final InstantSource clock;

    public Backup(HeaderKeeper headers, Regions regions, BackupMaker maker, InstantSource clock) {
        super(Request.class, SOURCE);
        this.headers = headers;
        this.regions = regions;
        this.maker = maker;
        this.clock = clock;
    }

    /// The file is made here, before the transaction: copying and reading again take long. If this call's row then can't
    /// be written, the backup is there all the same and good; it is only not counted.
    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        if (headers.current().move().isPresent()) {
            throw new KmsException(
                    Fault.ConflictException, "A rekey has begun; lock the vault to finish it, then back it up.");
        }
        var file = Path.of(request.file()).toAbsolutePath();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long generation = headers.current().generation();
        var stores = regions.stores();
        var made = maker.make(file, headers.sealed(), headers.keys().key(KeyTable.Purpose.HEADER_MAC), stores, now);
        var covered = stores.stream().map(store -> store.identity().region()).toList();
        return Prepared.change(work -> {
            work.putSetting(VERIFIED, now + " " + file);
            KnownBackups.remember(work, file.toString(), now, generation);
            return new Response(
                    file.toString(),
                    made.bytes(),
                    made.sha256().hex(),
                    made.keys(),
                    made.rows(),
                    now,
                    covered,
                    headers.current().regions().stream()
                            .filter(region -> !covered.contains(region))
                            .toList());
        });
    }
}
