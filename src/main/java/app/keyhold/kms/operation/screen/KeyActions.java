package app.keyhold.kms.operation.screen;

import app.keyhold.kms.key.Key;
import java.util.List;

/// What there is to ask about a key: the two halves of its use, and its administration.
final class KeyActions {
    /// Whoever may set the policy may give themselves all the rest.
    static final String ADMINISTRATION = "kms:PutKeyPolicy";

    private KeyActions() {}

    /// The half that needs no secret kept comes first.
    static List<String> uses(Key key) {
        return switch (key.usage()) {
            case ENCRYPT_DECRYPT -> List.of("kms:Encrypt", "kms:Decrypt");
            case SIGN_VERIFY -> List.of("kms:Verify", "kms:Sign");
            case GENERATE_VERIFY_MAC -> List.of("kms:VerifyMac", "kms:GenerateMac");
            case KEY_AGREEMENT -> List.of("kms:GetPublicKey", "kms:DeriveSharedSecret");
            case ENCAPSULATE_DECAPSULATE -> List.of("kms:Encapsulate", "kms:Decapsulate");
        };
    }
}
