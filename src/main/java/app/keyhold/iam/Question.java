package app.keyhold.iam;

import java.time.Instant;
import java.util.Optional;

/// What is asked of the policies: may this principal do this to that?
///
/// @param identity of the principal, or of the role a session is of; empty where nobody is known by the name
/// @param account the vault's own, which is every principal's too
/// @param action `kms:Encrypt`
/// @param resource an ARN, or `*` for what is about no resource
public record Question(
        Principal principal, Optional<Identity> identity, String account, String action, String resource, Facts facts) {
    /// Of somebody who is known by name alone.
    public Question(Principal principal, String account, String action, String resource, Facts facts) {
        this(principal, Optional.empty(), account, action, resource, facts);
    }

    Optional<String> uniqueId() {
        return identity.map(Identity::uniqueId);
    }

    /// Whether the name could have meant nobody else then.
    boolean boreNameAt(Instant time) {
        return identity.filter(known -> known.created().isAfter(time)).isEmpty();
    }
}
