package app.keyhold.kms.grant;

import java.util.Map;
import java.util.Optional;

/// One call as grants see it.
///
/// @param grantee as whom the caller asks
/// @param encryptionContext of the request; empty where it has none
/// @param sourceArn the resource for which a service asks
/// @param handedOn what a request to make a grant wants to hand on
public record GrantUse(
        String keyId,
        GrantPrincipal grantee,
        GrantOperation operation,
        Map<String, String> encryptionContext,
        Optional<String> sourceArn,
        Optional<GrantTerms> handedOn) {
    public GrantUse {
        if (handedOn.isPresent() != (operation == GrantOperation.CreateGrant)) {
            throw new IllegalArgumentException("CreateGrant, and nothing else, hands on terms");
        }
        encryptionContext = Map.copyOf(encryptionContext);
    }
}
