package app.keyhold.kms.operation.alias;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Access;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.Page;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Aliases in order of name: all of the Region, or those of one key.
public final class ListAliases implements Operation<ListAliases.Request, ListAliases.Response> {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    public record Request(
            @Length(min = 1, max = 2048) Optional<String> keyId,
            @Range(min = 1, max = 1000) Optional<Integer> limit,
            @Length(min = 1, max = 1024) @Matches("[\\u0020-\\u00FF]*") Optional<String> marker)
            implements KmsRequest<Response> {
        public static Request firstPage() {
            return new Request(Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static Request nextPage(String marker) {
            return new Request(Optional.empty(), Optional.empty(), Optional.of(marker));
        }

        public static Request of(String keyId) {
            return new Request(Optional.of(keyId), Optional.empty(), Optional.empty());
        }
    }

    public record Response(
            List<AliasListEntry> aliases,
            Optional<String> nextMarker,
            Boolean truncated) {}

    public record AliasListEntry(
            String aliasArn,
            String aliasName,
            Instant creationDate,
            Instant lastUpdatedDate,
            String targetKeyId) {}

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
        return request.keyId().map(id -> KeyLookup.key(view, id)).stream().toList();
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.IamOnly("kms:ListAliases"));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        int limit = request.limit().orElse(DEFAULT_LIMIT);
        Require.inRange("limit", limit, 1, MAX_LIMIT);
        Page<Alias> page = keys.isEmpty()
                ? Page.of(name(), view::aliases, Alias::name, limit, request.marker())
                : Page.of(
                        name() + " " + keys.getFirst().id(),
                        view.aliasesOf(keys.getFirst().id()),
                        Alias::name,
                        limit,
                        request.marker());
        return Prepared.answer(
                new Response(page.map(alias -> entry(view, alias)), page.nextMarker(), page.truncated()));
    }

    private static AliasListEntry entry(View view, Alias alias) {
        return new AliasListEntry(
                alias.arn(view.region(), view.account()),
                alias.name(),
                alias.created(),
                alias.updated(),
                alias.targetKeyId());
    }
}
