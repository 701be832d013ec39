package app.keyhold.desktop.keys.create;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import java.util.Arrays;
import java.util.List;

/// What a new key is for, in a person's words; each with the KMS names it stands for.
public enum Purpose {
    ENCRYPT(KeyUsage.ENCRYPT_DECRYPT, KeySpec.SYMMETRIC_DEFAULT),
    SIGN(KeyUsage.SIGN_VERIFY, KeySpec.ECC_NIST_P256),
    MAC(KeyUsage.GENERATE_VERIFY_MAC, KeySpec.HMAC_256),
    PUBLIC_ENCRYPT(KeyUsage.ENCRYPT_DECRYPT, KeySpec.RSA_3072),
    AGREE(KeyUsage.KEY_AGREEMENT, KeySpec.ECC_NIST_P256),
    ENCAPSULATE(KeyUsage.ENCAPSULATE_DECAPSULATE, KeySpec.ML_KEM_768),
    /// A symmetric key; for others, the source of the material is chosen beside the spec.
    IMPORT(KeyUsage.ENCRYPT_DECRYPT, KeySpec.SYMMETRIC_DEFAULT);

    private final KeyUsage usage;
    private final KeySpec usual;

    Purpose(KeyUsage usage, KeySpec usual) {
        this.usage = usage;
        this.usual = usual;
    }

    public KeyUsage usage() {
        return usage;
    }

    public KeySpec usual() {
        return usual;
    }

    /// The specs that serve this purpose.
    public List<KeySpec> specs() {
        return Arrays.stream(KeySpec.values())
                .filter(spec -> spec.usages().contains(usage))
                .filter(spec -> usage != KeyUsage.ENCRYPT_DECRYPT || spec.isAsymmetric() == usual.isAsymmetric())
                .toList();
    }

    Source usualSource() {
        return this == IMPORT ? Source.IMPORT : Source.HERE;
    }
}
