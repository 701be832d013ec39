package app.keyhold.kms.operation.file;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Blob;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.file.KnownPath;
import app.keyhold.kms.file.RememberedPaths;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Remembers files that were encrypted, several at a time, under one of the keys that open them. Asked for by the files room once they are complete and have
/// their names: a file that is not known is possible, one that never was is not.
public final class RecordFiles implements Operation<RecordFiles.Request, RecordFiles.Response> {
    /// So many that the changes of one event stay readable.
    public static final int MOST = 64;

    /// In UTF-8; a longer path is not remembered.
    public static final int LONGEST_PATH = 4096;

    public static final int MESSAGE_ID_BYTES = 32;

    /// @param keyMaterialId a material of the key
    /// @param rememberPaths in place of the vault's setting
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @Length(min = 1, max = 64) String keyMaterialId,
            @Required @Length(min = 1, max = MOST) List<Encrypted> files,
            Optional<Boolean> rememberPaths)
            implements KmsRequest<Response> {}

    /// Ids and path are bytes because bytes stay out of the trail, which forgets nothing.
    ///
    /// @param size bytes of plaintext
    /// @param path in UTF-8
    /// @param replaced id of the message whose place it has taken
    public record Encrypted(
            @Required @Length(min = MESSAGE_ID_BYTES, max = MESSAGE_ID_BYTES) Blob messageId,
            long size,
            @Length(min = 1, max = LONGEST_PATH) Optional<Blob> path,
            @Length(min = MESSAGE_ID_BYTES, max = MESSAGE_ID_BYTES) Optional<Blob> replaced) {}

    public record Response(int files) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public String eventSource() {
        return "keyhold.app";
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    /// Who may encrypt was asked when the data key was made; nobody else comes by this way.
    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.ThroughService("keyhold:RecordFiles", Principal.Service.FILES));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        if (key.material(request.keyMaterialId()).isEmpty()) {
            throw new KmsException(
                    Fault.ValidationException, key.arn() + " has no material " + request.keyMaterialId() + ".");
        }
        if (request.files().stream().anyMatch(file -> file.size() < 0)) {
            throw new KmsException(Fault.ValidationException, "A file has no negative size.");
        }
        return Prepared.change(work -> {
            boolean paths = request.rememberPaths().orElseGet(() -> RememberedPaths.wanted(work));
            request.files().forEach(file -> remember(work, request, key, file, paths));
            return new Response(request.files().size());
        });
    }

    private static void remember(UnitOfWork work, Request request, Key key, Encrypted file, boolean paths) {
        String id = file.messageId().hex();
        List<KnownFile> known = work.files().find(id);
        List<KnownFile> replaced = file.replaced().map(old -> work.files().find(old.hex())).orElse(List.of());
        replaced.forEach(work::remove);
        // Whose path was remembered stays so.
        boolean withPath = paths
                || request.rememberPaths().isEmpty()
                        && Stream.concat(replaced.stream(), known.stream())
                                .anyMatch(before -> before.path().isPresent());
        Optional<KnownFile> same = known.stream().filter(it -> it.keyId().equals(key.id())).findFirst();
        Optional<KnownPath> path = file.path()
                .filter(_ -> withPath)
                .map(RecordFiles::text)
                .map(text -> same.flatMap(KnownFile::path)
                        .filter(before -> before.text().equals(text))
                        .orElseGet(() -> KnownPath.of(text)));
        // One path holds one file: what was there before, and was not told of as replaced, is gone.
        path.stream()
                .flatMap(there -> work.files().at(there.text()).stream())
                .filter(other -> !other.messageId().equals(id))
                .forEach(work::remove);
        work.put(new KnownFile(
                id,
                key.id(),
                request.keyMaterialId(),
                file.size(),
                same.map(KnownFile::encrypted).orElseGet(work::now),
                path));
    }

    private static String text(Blob utf8) {
        return new String(utf8.toByteArray(), StandardCharsets.UTF_8);
    }
}
