package app.keyhold.desktop.keys.create;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import java.util.Arrays;
import java.util.List;

/// What a new key is for, in a person's words; each with the KMS names it stands for.
public enum Purpose {
    ENCRYPT("Encrypt files and data", "One secret key encrypts and decrypts. The usual choice.", KeyUsage.ENCRYPT_DECRYPT, KeySpec.SYMMETRIC_DEFAULT),
    SIGN("Sign", "A key pair: you sign, everyone can verify with the public key.", KeyUsage.SIGN_VERIFY, KeySpec.ECC_NIST_P256),
    MAC("Prove integrity", "HMAC: the same key makes and checks a message's seal.", KeyUsage.GENERATE_VERIFY_MAC, KeySpec.HMAC_256),
    PUBLIC_ENCRYPT("Encrypt with a public key", "RSA or SM2: others encrypt with the public key, only you decrypt.", KeyUsage.ENCRYPT_DECRYPT, KeySpec.RSA_3072),
    AGREE("Agree on a secret", "A key pair for ECDH with someone else's public key.", KeyUsage.KEY_AGREEMENT, KeySpec.ECC_NIST_P256),
    ENCAPSULATE("Receive a secret", "ML-KEM, safe from quantum computers: others make a secret that only you open.", KeyUsage.ENCAPSULATE_DECAPSULATE, KeySpec.ML_KEM_768);

    private final String title;
    private final String sentence;
    private final KeyUsage usage;
    private final KeySpec usual;

    Purpose(String title, String sentence, KeyUsage usage, KeySpec usual) {
        this.title = title;
        this.sentence = sentence;
        this.usage = usage;
        this.usual = usual;
    }

    public String title() {
        return title;
    }

    public String sentence() {
        return sentence;
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
}
