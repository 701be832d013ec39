package app.keyhold.iam;

import app.keyhold.iam.Identity.NamedPolicy;
import java.util.List;
import java.util.Optional;

/// What somebody brings to a call beside their name.
///
/// @param policies identity policies
/// @param boundary a policy document that these cannot reach beyond
/// @param sessionPolicy a policy document that a session of a role cannot reach beyond
public record Authority(List<NamedPolicy> policies, Optional<String> boundary, Optional<String> sessionPolicy) {
    public static final Authority NONE = new Authority(List.of(), Optional.empty(), Optional.empty());

    public Authority {
        policies = List.copyOf(policies);
    }

    /// @param identity of the caller, or of the role its session is of
    public static Authority of(Identity identity, Caller caller) {
        return new Authority(
                identity.policies(), identity.permissionsBoundary(), caller.session().flatMap(Session::policy));
    }
}
