package app.keyhold.vault.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Randomness;
import app.keyhold.iam.Identity;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.slot.Slot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Everybody who has a principal in this vault, the owner first.
public final class ListUsers extends VaultOperation<ListUsers.Request, ListUsers.Response> {
    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {
        /// Of no screen: recorded each time.
        public Request() {
            this(Randomness.uuid().toString());
        }
    }

    public record Response(List<User> users) {}

    /// @param slots `passphrase`, `recovery`; empty for somebody who cannot unlock
    /// @param endpointOnly a program, or a person who is to be stopped: never had a keyslot
    /// @param policies names of the identity policies
    /// @param recoveryTested when the words of the recovery sheet were last typed in and were right
    public record User(
            String userName,
            String arn,
            boolean enabled,
            Instant created,
            List<String> slots,
            boolean endpointOnly,
            List<String> policies,
            Optional<Instant> recoveryTested) {}

    private final HeaderKeeper headers;

    public ListUsers(HeaderKeeper headers) {
        super(Request.class, IAM);
        this.headers = headers;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.answer(new Response(view.identities().stream()
                .filter(identity -> identity.role().isEmpty())
                .map(this::user)
                .sorted(Comparator.comparing((User user) -> !user.userName().equals(Users.OWNER))
                        .thenComparing(User::userName))
                .toList()));
    }

    private User user(Identity identity) {
        var name = identity.principal().name();
        return new User(
                name,
                identity.principal().arn(),
                identity.enabled(),
                identity.created(),
                headers.current().slots().stream()
                        .filter(slot -> slot.isFor(name))
                        .map(Slot::kind)
                        .toList(),
                identity.slotId().isEmpty(),
                identity.policies().stream().map(Identity.NamedPolicy::name).toList(),
                headers.current().recoverySlot(name).flatMap(Slot::tested));
    }
}
