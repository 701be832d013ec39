package app.keyhold.kms.operation.screen;

import app.keyhold.audit.AuditRow;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.file.KnownFiles;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// What a Region holds, so that it can be compared with a copy of it.
public final class QueryContents extends ScreenOperation<QueryContents.Request, QueryContents.Response> {
    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {}

    /// @param files that are known, those whose keys are gone included
    /// @param events rows of the audit trail
    /// @param lastEvent when the newest of them was written
    public record Response(List<Content> keys, long files, long events, Optional<Instant> lastEvent) {}

    /// @param changedBy number of the audit row that wrote the key or one of its aliases last
    /// @param version hash of that row: the same in two copies of a vault if, and only if, nothing changed since they were
    ///     one
    /// @param changed when it was written
    public record Content(
            String keyId,
            List<String> aliases,
            KeyManager manager,
            KeyState state,
            int materials,
            long changedBy,
            String version,
            Optional<Instant> changed) {}

    public QueryContents() {
        super(Request.class, "keyhold.app", "keyhold:QueryContents");
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        long head = view.audit().head().number();
        return Prepared.answer(new Response(
                KeyPages.all(view).stream().map(key -> content(view, key)).toList(),
                view.files().groups().stream().mapToLong(KnownFiles.Group::count).sum(),
                head,
                view.audit().row(head).map(row -> row.event().time())));
    }

    private static Content content(View view, Key key) {
        List<Alias> aliases = view.aliasesOf(key.id());
        long number = LongStream.concat(LongStream.of(key.changedBy()), aliases.stream().mapToLong(Alias::changedBy))
                .max()
                .getAsLong();
        Optional<AuditRow> row = view.audit().row(number);
        return new Content(
                key.id(),
                aliases.stream().map(Alias::name).toList(),
                key.manager(),
                key.state(),
                key.materials().size(),
                number,
                row.map(written -> written.hash().hex()).orElse(""),
                row.map(written -> written.event().time()));
    }
}
