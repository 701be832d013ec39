package app.keyhold.iam;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A principal as it is stored: with the policies attached to it and the keyslot that lets it in.
///
/// @param slotId the keyslot in the vault's header; empty for a principal without one
/// @param enabled false between the two steps of creating a user, and for users locked out
public record Identity(
        Principal principal, List<NamedPolicy> policies, boolean enabled, Optional<String> slotId, Instant created) {
    public Identity {
        policies = List.copyOf(policies);
    }

    /// @param document the policy's JSON text
    public record NamedPolicy(String name, String document) {}

    public Identity withEnabled(boolean now) {
        return new Identity(principal, policies, now, slotId, created);
    }
}
