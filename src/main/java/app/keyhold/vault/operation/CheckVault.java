package app.keyhold.vault.operation;

import app.keyhold.kms.KmsRequest;
import java.util.List;

/// Looks at everything that can go bad: folder, header, permissions, database pages, stored rows against the chain,
/// backups. Findings are answers, not errors.
public final class CheckVault {
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
}
