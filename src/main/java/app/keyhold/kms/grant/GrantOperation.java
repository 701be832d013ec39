package app.keyhold.kms.grant;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a grant can allow (KMS API: GrantOperation), in the order of the model.
public enum GrantOperation {
    Decrypt(Kind.ENCRYPTION),
    Encrypt(Kind.ENCRYPTION),
    GenerateDataKey(Kind.DATA_KEY),
    GenerateDataKeyWithoutPlaintext(Kind.DATA_KEY),
    ReEncryptFrom(Kind.ENCRYPTION),
    ReEncryptTo(Kind.ENCRYPTION),
    Sign(Kind.SIGNATURE),
    Verify(Kind.SIGNATURE),
    GetPublicKey(Kind.PUBLIC_KEY),
    CreateGrant(Kind.ANY_KEY),
    RetireGrant(Kind.ANY_KEY),
    DescribeKey(Kind.ANY_KEY),
    GenerateDataKeyPair(Kind.DATA_KEY),
    GenerateDataKeyPairWithoutPlaintext(Kind.DATA_KEY),
    GenerateMac(Kind.MAC),
    VerifyMac(Kind.MAC),
    DeriveSharedSecret(Kind.AGREEMENT),
    Encapsulate(Kind.ENCAPSULATION),
    Decapsulate(Kind.ENCAPSULATION);

    private static final String SERVICE = "kms:";
    private static final Map<String, GrantOperation> BY_ACTION = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(operation -> SERVICE + operation.name(), Function.identity()));

    private enum Kind {
        ENCRYPTION,
        DATA_KEY,
        SIGNATURE,
        MAC,
        AGREEMENT,
        ENCAPSULATION,
        PUBLIC_KEY,
        ANY_KEY
    }

    private final Kind kind;

    GrantOperation(Kind kind) {
        this.kind = kind;
    }

    /// Empty for what no grant can allow, such as `kms:RevokeGrant`.
    public static Optional<GrantOperation> ofAction(String action) {
        return Optional.ofNullable(BY_ACTION.get(action));
    }

    /// Whether a key of this spec and usage performs it.
    public boolean fits(KeySpec spec, KeyUsage usage) {
        return switch (kind) {
            case ENCRYPTION -> usage == KeyUsage.ENCRYPT_DECRYPT;
            case DATA_KEY -> spec.isSymmetric();
            case SIGNATURE -> usage == KeyUsage.SIGN_VERIFY;
            case MAC -> usage == KeyUsage.GENERATE_VERIFY_MAC;
            case AGREEMENT -> usage == KeyUsage.KEY_AGREEMENT;
            case ENCAPSULATION -> usage == KeyUsage.ENCAPSULATE_DECAPSULATE;
            case PUBLIC_KEY -> spec.isAsymmetric();
            case ANY_KEY -> true;
        };
    }

    /// Whether its request carries an encryption context for a constraint to look at.
    public boolean takesEncryptionContext() {
        return kind == Kind.ENCRYPTION || kind == Kind.DATA_KEY;
    }
}
