package app.keyhold.kms.operation.policy;

import app.keyhold.iam.PolicyDocument;
import app.keyhold.iam.PolicySyntaxException;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import app.keyhold.kms.operation.identity.KnownPrincipals;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// What a key policy must be before it is put on a key, whoever puts it.
public final class KeyPolicyRules {
    public static final int MAX_BYTES = 32_768;

    /// The only name a key policy can have.
    static final String NAME = "default";

    private KeyPolicyRules() {}

    /// @throws KmsException LimitExceededException, or MalformedPolicyDocumentException naming what is wrong
    public static void requireAcceptable(View view, String policy) {
        if (policy.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new KmsException(
                    Fault.LimitExceededException, "A key policy must not be larger than " + MAX_BYTES + " bytes.");
        }
        KnownPrincipals.require(view, parse(policy));
    }

    /// As a key keeps it, whatever becomes of the names in it.
    ///
    /// @param policy acceptable a moment ago
    /// @throws KmsException MalformedPolicyDocumentException if somebody it names has gone meanwhile
    public static String bound(View view, String policy) {
        return KnownPrincipals.bound(view, policy);
    }

    static void requireName(Optional<String> name) {
        if (!name.orElse(NAME).equals(NAME)) {
            throw new KmsException(Fault.NotFoundException, "No such policy exists");
        }
    }

    private static PolicyDocument parse(String policy) {
        try {
            return PolicyDocument.parseKeyPolicy(policy);
        } catch (PolicySyntaxException malformed) {
            String sentence = Objects.requireNonNullElse(malformed.getMessage(), "");
            throw new KmsException(Fault.MalformedPolicyDocumentException, sentence, malformed);
        }
    }
}
