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
import java.util.ArrayList;
import java.util.List;

/// Looks at everything that can go bad, in all Regions that are in reach: folders, header, permissions, database pages,
/// stored rows against the chain, backups. Findings are answers, not errors.
public final class CheckVault extends VaultOperation<CheckVault.Request, CheckVault.Response> {
    public record Request() implements KmsRequest<Response> {}

    /// Empty when all is well.
    public record Response(List<Finding> findings) {}

    /// @param about a file, a row, a folder
    /// @param advice what to do about it
    public record Finding(Severity severity, String about, String what, String advice) {
        Finding in(String region) {
            return new Finding(severity, region + ": " + about, what, advice);
        }
    }

    public enum Severity {
        NOTE,
        WARNING,
        /// Damaged or tampered data.
        DAMAGE
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
        var findings = new ArrayList<Finding>();
        var here = regions.here();
        here.forEach(region -> findings.addAll(of(region, here.size() > 1)));
        findings.addAll(HeaderHealth.findings(headers.current(), view));
        regions.health().forEach(region -> findings.addAll(RegionHealth.findings(region)));
        findings.addAll(BackupHealth.findings(view, clock.instant()));
        return Prepared.answer(new Response(findings.stream().distinct().toList()));
    }

    /// @param several whether a finding has to say in which Region it is
    private static List<Finding> of(Regions.Here region, boolean several) {
        var findings = new ArrayList<>(new FolderHealth(region.folder()).findings());
        findings.addAll(RegionHealth.findings(region.store()));
        return several ? findings.stream().map(finding -> finding.in(region.region())).toList() : findings;
    }
}
