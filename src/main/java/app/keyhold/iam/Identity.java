package app.keyhold.iam;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A principal as it is stored: with its policies and, for a person, the keyslot that lets them in.
///
/// @param uniqueId never used twice, so that who is made anew under an old name is somebody else: `AIDA…` for users,
///     `AROA…` for roles, the account's number for its root
/// @param policies what it is allowed, by name; inline, as IAM calls it
/// @param permissionsBoundary a policy document its policies cannot reach beyond
/// @param role of roles alone, and of each of them
/// @param enabled false between the two steps of creating a user, and for users locked out
/// @param slotId the keyslot in the vault's header; empty for a principal without one
public record Identity(
        Principal principal,
        String uniqueId,
        List<NamedPolicy> policies,
        Optional<String> permissionsBoundary,
        Optional<RoleTerms> role,
        boolean enabled,
        Optional<String> slotId,
        Instant created) {
    public Identity {
        policies = List.copyOf(policies);
        if (principal instanceof Principal.Role != role.isPresent()) {
            throw new IllegalArgumentException("Roles have terms, and nobody else has");
        }
    }

    /// @param document the policy's JSON text
    public record NamedPolicy(String name, String document) {}

    /// Enabled, without keyslot, boundary and terms.
    public static Identity of(Principal principal, String uniqueId, List<NamedPolicy> policies, Instant created) {
        return new Identity(
                principal, uniqueId, policies, Optional.empty(), Optional.empty(), true, Optional.empty(), created);
    }

    /// An enabled role without policies.
    public static Identity ofRole(Principal.Role role, String uniqueId, RoleTerms terms, Instant created) {
        return new Identity(
                role, uniqueId, List.of(), Optional.empty(), Optional.of(terms), true, Optional.empty(), created);
    }

    public Optional<NamedPolicy> policy(String name) {
        return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    public Identity withPolicies(List<NamedPolicy> now) {
        return new Identity(principal, uniqueId, now, permissionsBoundary, role, enabled, slotId, created);
    }

    public Identity withPermissionsBoundary(Optional<String> now) {
        return new Identity(principal, uniqueId, policies, now, role, enabled, slotId, created);
    }

    public Identity withRole(RoleTerms now) {
        return new Identity(
                principal, uniqueId, policies, permissionsBoundary, Optional.of(now), enabled, slotId, created);
    }

    public Identity withEnabled(boolean now) {
        return new Identity(principal, uniqueId, policies, permissionsBoundary, role, now, slotId, created);
    }

    public Identity withSlotId(String now) {
        return new Identity(
                principal, uniqueId, policies, permissionsBoundary, role, enabled, Optional.of(now), created);
    }
}
