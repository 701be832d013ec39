package app.keyhold.vault.operation;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.time.Instant;

/// One file with everything: header, a copy of every Region's database, and a manifest that ties them together. It counts
/// only after it was opened again and its chain and keys were compared.
public final class Backup {
    /// @param file path of a file that does not exist yet
    public record Request(@Required @Length(min = 1, max = 4096) String file) implements KmsRequest<Response> {}

    /// @param rows audit rows in the copy
    public record Response(String file, long bytes, String sha256, long keys, long rows, Instant verified) {}
}
