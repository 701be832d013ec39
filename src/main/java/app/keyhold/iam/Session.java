package app.keyhold.iam;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a session of a role brings along beside its name, as its token says.
///
/// @param roleId unique id of the role it is of: a role made anew under the name has no part in it
/// @param policy the session policy, which its role's permissions cannot reach beyond
/// @param revocations the role's count when the session began
/// @param sourceIdentity who began the first of a chain of sessions; stays the same along it
public record Session(
        String roleId,
        Instant issued,
        Instant expires,
        Optional<String> policy,
        long revocations,
        List<SessionTag> tags,
        Optional<String> sourceIdentity) {
    public Session {
        tags = List.copyOf(tags);
    }

    /// Without tags and source identity.
    public Session(String roleId, Instant issued, Instant expires, Optional<String> policy, long revocations) {
        this(roleId, issued, expires, policy, revocations, List.of(), Optional.empty());
    }

    public List<SessionTag> transitiveTags() {
        return tags.stream().filter(SessionTag::transitive).toList();
    }
}
