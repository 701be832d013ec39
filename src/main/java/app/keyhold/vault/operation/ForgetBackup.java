package app.keyhold.vault.operation;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.nio.file.Path;
import java.util.List;

/// A person says that a backup elsewhere does not exist any more. The file itself is never touched.
public final class ForgetBackup extends VaultOperation<ForgetBackup.Request, ForgetBackup.Response> {
    /// @param file as [ListBackups] names it
    public record Request(@Required @Length(min = 1, max = 4096) String file) implements KmsRequest<Response> {}

    public record Response(String file) {}

    public ForgetBackup() {
        super(Request.class, SOURCE);
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        String file = Path.of(request.file()).toAbsolutePath().toString();
        return Prepared.change(work -> {
            if (!KnownBackups.forget(work, file)) {
                throw new KmsException(Fault.NotFoundException, "The vault remembers no backup " + file + ".");
            }
            return new Response(file);
        });
    }
}
