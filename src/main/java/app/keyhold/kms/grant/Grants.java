package app.keyhold.kms.grant;

import java.util.List;
import java.util.Optional;

/// The grants of a Region, as a view reads them. No question costs more for a key with fifty thousand of them.
public interface Grants {
    Optional<Grant> find(String keyId, String grantId);

    /// A key's, in order of id, after `after` (exclusive; empty for the start).
    List<Grant> of(String keyId, String after, int limit);

    /// A key's to one grantee, in order of id.
    List<Grant> to(String keyId, String grantee, String after, int limit);

    /// Those that `retiring` may retire, of all keys, in order of key and id.
    ///
    /// @param after the last one's [#position]; empty for the start
    List<Grant> retirableBy(GrantPrincipal retiring, String after, int limit);

    long count(String keyId);

    /// The one that `grant` would repeat: same name and same terms, between the same principals.
    Optional<Grant> repeatedBy(Grant grant);

    /// Any that allows it.
    Optional<Grant> allowing(GrantUse use);

    static String position(Grant grant) {
        return grant.keyId() + "/" + grant.id();
    }
}
