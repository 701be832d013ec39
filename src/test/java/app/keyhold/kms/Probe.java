package app.keyhold.kms;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// An operation that tells which of its parts were asked, and does what a test wants of it.
final class Probe implements Operation<Probe.Request, Probe.Response> {
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    Runnable onResolve = () -> {};
    Runnable onFit = () -> {};
    Function<Key, List<Access>> accesses = key -> List.of(new Access.OnKey("kms:Probe", key));
    Function<Key, Prepared<Response>> work =
            key -> Prepared.answer(new Response(key.currentMaterial().id(), Optional.empty()));

    record Request(@Required @Length(max = 50) String keyId, Optional<Blob> message, Optional<Boolean> dryRun)
            implements KmsRequest<Response>, DryRunnable {
        static Request of(Key key) {
            return new Request(key.id(), Optional.of(Blob.of(new byte[] {1})), Optional.empty());
        }

        Request asDryRun() {
            return new Request(keyId, message, Optional.of(true));
        }
    }

    record Response(String materialUsed, Optional<SecretBytes> secret) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.USE;
    }

    @Override
    public Set<KeyState> acceptedStates() {
        asked.add("state");
        return EnumSet.of(KeyState.Enabled);
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        asked.add("resolve");
        onResolve.run();
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        asked.add("authorize");
        return accesses.apply(keys.getFirst());
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        asked.add("fit");
        onFit.run();
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        asked.add("prepare");
        return work.apply(keys.getFirst());
    }
}
