package app.keyhold.kms.grant;

import java.time.Instant;
import java.util.Optional;

/// Permission for one principal to do a few things with one key. It never denies, and it never changes: whoever wants
/// another one makes another one.
///
/// @param id 64 hexadecimal digits
/// @param name keeps a repeated request from making a second one
/// @param retiring may end it, whatever policies say
/// @param issuer the root of the account it was made in, as an ARN
/// @param changedBy number of the audit row that wrote it
public record Grant(
        String keyId,
        String id,
        Optional<String> name,
        Instant created,
        GrantPrincipal grantee,
        Optional<GrantPrincipal> retiring,
        String issuer,
        GrantTerms terms,
        long changedBy) {
    /// The quota of one key.
    public static final int MAX_PER_KEY = 50_000;

    /// What a decision calls it.
    public String label() {
        return name.map(given -> "\"" + given + "\" (" + id + ")").orElse(id);
    }

    public boolean allows(GrantUse use) {
        GrantOperation wanted = use.operation();
        if (!keyId.equals(use.keyId())
                || !grantee.equals(use.grantee())
                || !terms.operations().contains(wanted)) {
            return false;
        }
        boolean inContext = !wanted.takesEncryptionContext() || terms.constraints().allowContext(use.encryptionContext());
        boolean forSource = wanted == GrantOperation.RetireGrant || terms.constraints().allowSource(use.sourceArn());
        return inContext && forSource && use.handedOn().filter(terms -> !this.terms.cover(terms)).isEmpty();
    }

    /// Made by the same request but for the time: a repeated request makes no second one.
    public boolean isRepeatedBy(Grant other) {
        return name.isPresent()
                && keyId.equals(other.keyId)
                && name.equals(other.name)
                && grantee.equals(other.grantee)
                && retiring.equals(other.retiring)
                && issuer.equals(other.issuer)
                && terms.equals(other.terms);
    }

    public Grant withChangedBy(long row) {
        return new Grant(keyId, id, name, created, grantee, retiring, issuer, terms, row);
    }
}
