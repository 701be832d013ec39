package app.keyhold.kms.operation.key;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.Page;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import java.util.List;
import java.util.Optional;

/// Every key of the Region in order of id, service-managed ones included.
public final class ListKeys implements Operation<ListKeys.Request, ListKeys.Response> {
    private static final int DEFAULT_LIMIT = 100;

    public record Request(
            @Range(min = 1, max = 1000) Optional<Integer> limit,
            @Length(min = 1, max = 1024) @Matches("[\\u0020-\\u00FF]*") Optional<String> marker)
            implements KmsRequest<Response> {
        public static Request firstPage() {
            return new Request(Optional.empty(), Optional.empty());
        }

        public static Request nextPage(String marker) {
            return new Request(Optional.empty(), Optional.of(marker));
        }
    }

    public record Response(
            List<KeyListEntry> keys,
            Optional<String> nextMarker,
            Boolean truncated) {}

    public record KeyListEntry(
            String keyArn,
            String keyId) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of();
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.IamOnly("kms:ListKeys"));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Page<Key> page = Page.of(
                name(), view::keys, Key::id, request.limit().orElse(DEFAULT_LIMIT), request.marker());
        return Prepared.answer(new Response(
                page.map(key -> new KeyListEntry(key.arn().toString(), key.id())),
                page.nextMarker(),
                page.truncated()));
    }
}
