package app.keyhold.kms.operation.screen;

import app.keyhold.audit.EventFilter;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every key the caller may describe, a line each.
public final class QueryKeys extends ScreenOperation<QueryKeys.Request, QueryKeys.Response> {
    /// One look into the trail a key; beyond this many keys the list would wait for them.
    private static final int MOST_WITH_LAST_USE = 500;

    /// The operations that use a key, so not looking at it.
    static final Set<String> USES = Set.of(
            "Encrypt",
            "Decrypt",
            "ReEncrypt",
            "GenerateDataKey",
            "GenerateDataKeyWithoutPlaintext",
            "GenerateDataKeyPair",
            "GenerateDataKeyPairWithoutPlaintext",
            "Sign",
            "Verify",
            "GenerateMac",
            "VerifyMac",
            "DeriveSharedSecret",
            "Encapsulate",
            "Decapsulate");

    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {}

    public record Response(List<KeyRow> keys) {}

    /// @param aliases with their prefix, in order
    /// @param nextRotation empty also for a key that is not enabled: it does not rotate while it isn't
    /// @param lastUsed empty if it never was, and in lists of more than 500 keys
    public record KeyRow(
            String keyId,
            String arn,
            List<String> aliases,
            KeySpec spec,
            KeyUsage usage,
            KeyOrigin origin,
            KeyManager manager,
            KeyState state,
            String description,
            Instant created,
            Optional<Instant> nextRotation,
            Optional<Instant> deletionDate,
            Optional<Instant> lastUsed,
            List<Tag> tags) {}

    public QueryKeys() {
        super(Request.class, "keyhold.app", "keyhold:QueryKeys");
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        List<Key> all = KeyPages.all(view);
        Map<String, List<String>> aliases = KeyPages.aliasNames(view);
        boolean withLastUse = all.size() <= MOST_WITH_LAST_USE;
        return Prepared.answer(new Response(all.stream()
                .map(key -> row(
                        key,
                        aliases.getOrDefault(key.id(), List.of()),
                        withLastUse ? lastUse(view, key) : Optional.empty()))
                .toList()));
    }

    private static Optional<Instant> lastUse(View view, Key key) {
        var uses = new EventFilter(
                Optional.empty(),
                Optional.empty(),
                Set.of(key.arn().toString()),
                Set.of(),
                USES,
                Optional.of(EventFilter.Result.ALLOWED),
                Optional.empty());
        return view.audit().page(uses, Long.MAX_VALUE, 1).stream()
                .findFirst()
                .map(row -> row.event().time());
    }

    private static KeyRow row(Key key, List<String> aliases, Optional<Instant> lastUsed) {
        return new KeyRow(
                key.id(),
                key.arn().toString(),
                aliases,
                key.spec(),
                key.usage(),
                key.origin(),
                key.manager(),
                key.state(),
                key.description(),
                key.created(),
                key.rotation().next().filter(_ -> key.state() == KeyState.Enabled),
                key.deletionDate(),
                lastUsed,
                key.tags());
    }
}
