package app.keyhold.kms;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Caller;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One operation of the service, one small file each: nested `Request` and `Response` records, then the work. Never
/// authorizes, never looks at the key's state, never writes an audit row: the pipeline does, from what is declared
/// here.
///
/// Stateless and shared by all threads.
public interface Operation<Q extends KmsRequest<R>, R> {
    Class<Q> requestType();

    /// `Encrypt`: TrentService.Encrypt on the wire, kms:Encrypt in a policy.
    default String name() {
        return requestType().getEnclosingClass().getSimpleName();
    }

    /// What the audit trail calls it.
    default String eventName() {
        return name();
    }

    /// Who the event is from: `kms.amazonaws.com` and, for administration AWS does elsewhere, that service.
    default String eventSource() {
        return "kms.amazonaws.com";
    }

    default AuditEvent.Kind eventKind() {
        return AuditEvent.Kind.API_CALL;
    }

    AuditEvent.Effect effect();

    /// This operation's row of the key-state table.
    default Set<KeyState> acceptedStates() {
        return EnumSet.allOf(KeyState.class);
    }

    /// The keys the request names: none, one or two. Reads only.
    ///
    /// @throws KmsException NotFoundException
    List<Key> resolve(View view, Q request);

    /// By default `kms:` and the name, on each resolved key. All must be allowed; naming none means that nobody may.
    default List<Access> accesses(Q request, List<Key> keys) {
        return keys.stream()
                .<Access>map(key -> new Access.OnKey("kms:" + name(), key))
                .toList();
    }

    /// Usage, origin and algorithm against the key; looked at before its state.
    default void requireFit(Q request, List<Key> keys) {}

    /// Whether a change it makes takes key material away without removing its row, so that what is left of it in the
    /// store's own logs has to go too.
    default boolean removesMaterial() {
        return false;
    }

    /// Every data check and all slow or cryptographic work; no writes. May refuse.
    Prepared<R> prepare(View view, Q request, List<Key> keys);

    /// The same for the few whose answer depends on who asks, beyond whether they may.
    default Prepared<R> prepareFor(Caller caller, View view, Q request, List<Key> keys) {
        return prepare(view, request, keys);
    }
}
