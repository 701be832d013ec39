package app.keyhold.kms.operation.grant;

import app.keyhold.kms.View;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.grant.GrantPrincipal;
import app.keyhold.kms.key.KeyArn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A grant as lists show it.
///
/// @param granteePrincipal an ARN, or the unique id of a user or role that is gone
/// @param name empty text for none, as the service has it
public record GrantListEntry(
        Optional<GrantConstraints> constraints,
        Instant creationDate,
        String grantId,
        Optional<String> granteePrincipal,
        Optional<String> granteeServicePrincipal,
        String issuingAccount,
        String keyId,
        String name,
        List<GrantOperation> operations,
        Optional<String> retiringPrincipal,
        Optional<String> retiringServicePrincipal) {
    public static GrantListEntry of(View view, Grant grant) {
        return new GrantListEntry(
                Optional.of(grant.terms().constraints()).filter(some -> !some.equals(GrantConstraints.NONE)),
                grant.created(),
                grant.id(),
                GrantPrincipals.shown(view, grant.grantee()),
                grant.grantee().service(),
                grant.issuer(),
                new KeyArn(view.region(), view.account(), grant.keyId()).toString(),
                grant.name().orElse(""),
                List.copyOf(grant.terms().operations()),
                grant.retiring().flatMap(retiring -> GrantPrincipals.shown(view, retiring)),
                grant.retiring().flatMap(GrantPrincipal::service));
    }
}
