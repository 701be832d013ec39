package app.keyhold.vault.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.vault.FolderHealth;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.Regions;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/// Looks at everything that can go bad, in all Regions that are in reach. Findings are answers, not errors.
public final class CheckVault extends VaultOperation<CheckVault.Request, CheckVault.Response> {
    public record Request() implements KmsRequest<Response> {}

    /// @param findings empty when all is well
    /// @param checks everything that was looked at, with its findings
    public record Response(List<Finding> findings, List<Check> checks) {}

    /// One thing that was looked at.
    public record Check(Kind kind, List<Finding> findings) {}

    public enum Kind {
        /// Where the files lie, who may read them, what should not be there.
        FOLDER,
        /// Pages of the databases.
        DATABASE,
        CHAIN,
        /// Stored rows against the events that wrote them.
        ROWS,
        /// Whether each wrapped material opens.
        MATERIALS,
        /// Aliases that lead nowhere.
        ALIASES,
        /// Keys whose policy nobody can change.
        POLICIES,
        /// Whether the clock is behind the newest event.
        CLOCK,
        /// Who is let in, and what opens the vault if a passphrase is lost.
        KEYSLOTS,
        REGIONS,
        BACKUPS
    }

    /// @param about a file, a row, a folder
    /// @param advice what to do about it
    public record Finding(Severity severity, String about, String what, String advice, Remedy remedy) {
        public Finding(Severity severity, String about, String what, String advice) {
            this(severity, about, what, advice, Remedy.NONE);
        }

        Finding in(String region) {
            return new Finding(severity, region + ": " + about, what, advice, remedy);
        }
    }

    public enum Severity {
        NOTE,
        WARNING,
        /// Damaged or tampered data.
        DAMAGE
    }

    /// What Keyhold itself can do about a finding.
    public enum Remedy {
        NONE,
        /// [RepairPermissions].
        PERMISSIONS,
        /// A new recovery sheet.
        RECOVERY_SHEET,
        /// [TestRecoverySheet].
        TEST_RECOVERY_SHEET,
        BACKUP,
        /// To look at the Regions.
        REGIONS
    }

    private final HeaderKeeper headers;
    private final Regions regions;
    private final InstantSource clock;

    public CheckVault(HeaderKeeper headers, Regions regions, InstantSource clock) {
        super(Request.class, SOURCE);
        this.headers = headers;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var found = new Findings();
        var here = regions.here();
        here.forEach(region -> look(region, here.size() > 1, found));
        found.add(Kind.KEYSLOTS, HeaderHealth.findings(headers.current(), view));
        regions.health().forEach(region -> found.add(Kind.REGIONS, RegionHealth.findings(region, clock.instant())));
        found.add(Kind.BACKUPS, BackupHealth.findings(view, clock.instant()));
        var checks = Arrays.stream(Kind.values()).map(found::check).toList();
        return Prepared.answer(new Response(
                checks.stream().flatMap(check -> check.findings().stream()).distinct().toList(), checks));
    }

    /// @param several whether a finding has to say in which Region it is
    private void look(Regions.Here region, boolean several, Findings all) {
        var found = new Findings();
        found.add(Kind.FOLDER, new FolderHealth(region.folder()).findings());
        RegionHealth.look(region.store(), found);
        regions.find(region.region()).ifPresent(peer -> new KeyHealth(peer, clock.instant()).look(found));
        Arrays.stream(Kind.values())
                .map(found::check)
                .forEach(check -> all.add(
                        check.kind(),
                        several
                                ? check.findings().stream().map(finding -> finding.in(region.region())).toList()
                                : check.findings()));
    }
}
