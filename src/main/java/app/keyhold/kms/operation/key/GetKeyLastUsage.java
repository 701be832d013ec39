package app.keyhold.kms.operation.key;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditRow;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// When a key was last used with success, and for what. The timeline knows: nothing is written for it at the time of use.
public final class GetKeyLastUsage implements Operation<GetKeyLastUsage.Request, GetKeyLastUsage.Response> {
    public record Request(@Required @Length(min = 1, max = 2048) String keyId) implements KeyRequest<Response> {}

    /// @param keyLastUsage empty if it never was
    /// @param trackingStartDate the day it was made: every use since is in the timeline
    public record Response(
            Instant keyCreationDate, String keyId, Optional<KeyLastUsageData> keyLastUsage, Instant trackingStartDate) {}

    public record KeyLastUsageData(
            String cloudTrailEventId,
            Optional<String> kmsRequestId,
            KeyLastUsageTrackingOperation operation,
            Instant timestamp) {}

    /// The operations that count as use.
    public enum KeyLastUsageTrackingOperation {
        Decrypt,
        DeriveSharedSecret,
        Encrypt,
        GenerateDataKey,
        GenerateDataKeyPair,
        GenerateDataKeyPairWithoutPlaintext,
        GenerateDataKeyWithoutPlaintext,
        GenerateMac,
        ReEncrypt,
        Sign,
        Verify,
        VerifyMac,
        Encapsulate,
        Decapsulate
    }

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
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        Optional<KeyLastUsageData> last = view.audit()
                .newestAllowed(
                        key.arn().toString(),
                        Arrays.stream(KeyLastUsageTrackingOperation.values())
                                .map(Enum::name)
                                .collect(Collectors.toSet()))
                .map(GetKeyLastUsage::data);
        return Prepared.answer(new Response(key.created(), key.id(), last, key.created()));
    }

    private static KeyLastUsageData data(AuditRow row) {
        AuditEvent event = row.event();
        return new KeyLastUsageData(
                event.id().toString(),
                event.requestId().map(UUID::toString),
                KeyLastUsageTrackingOperation.valueOf(event.name()),
                event.time());
    }
}
