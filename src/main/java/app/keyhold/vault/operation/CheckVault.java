package app.keyhold.vault.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.store.SqliteRegion;
import app.keyhold.vault.FolderHealth;
import app.keyhold.vault.HeaderKeeper;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Looks at everything that can go bad: folder, header, permissions, database pages, stored rows against the chain,
/// backups. Findings are answers, not errors.
public final class CheckVault extends VaultOperation<CheckVault.Request, CheckVault.Response> {
    public record Request() implements KmsRequest<Response> {}

    /// Empty when all is well.
    public record Response(List<Finding> findings) {}

    /// @param about a file, a row, a folder
    /// @param advice what to do about it
    public record Finding(Severity severity, String about, String what, String advice) {}

    public enum Severity {
        NOTE,
        WARNING,
        /// Damaged or tampered data.
        DAMAGE
    }

    private final HeaderKeeper headers;
    private final FolderHealth folder;
    private final SqliteRegion region;
    private final InstantSource clock;

    public CheckVault(HeaderKeeper headers, FolderHealth folder, SqliteRegion region, InstantSource clock) {
        super(Request.class, SOURCE);
        this.headers = headers;
        this.folder = folder;
        this.region = region;
        this.clock = clock;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var findings = new ArrayList<Finding>();
        findings.addAll(folder.findings());
        findings.addAll(HeaderHealth.findings(headers.current(), view));
        findings.addAll(RegionHealth.findings(region));
        findings.addAll(BackupHealth.findings(view, clock.instant()));
        return Prepared.answer(new Response(List.copyOf(findings)));
    }
}
