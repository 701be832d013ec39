package app.keyhold.desktop.keys;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyOrigin;
import java.util.List;

/// What a person calls the parts of a key.
public final class KeyWords {
    private static final Words WORDS = Words.of(KeyWords.class);

    private KeyWords() {}

    /// The first alias without its prefix, else the first eight digits of the id.
    public static String name(List<String> aliases, String keyId) {
        return aliases.isEmpty() ? keyId.substring(0, Math.min(8, keyId.length())) : bare(aliases.getFirst());
    }

    /// `alias/payroll` as `payroll`.
    public static String bare(String alias) {
        return alias.startsWith(Alias.PREFIX) ? alias.substring(Alias.PREFIX.length()) : alias;
    }

    public static String spec(KeySpec spec) {
        return switch (spec) {
            case SYMMETRIC_DEFAULT -> WORDS.get("spec.symmetric");
            case RSA_2048, RSA_3072, RSA_4096 -> "RSA " + spec.bits();
            case ECC_NIST_P256, ECC_NIST_P384, ECC_NIST_P521 -> "ECC P-" + spec.bits();
            case ECC_SECG_P256K1 -> "secp256k1";
            case ECC_NIST_EDWARDS25519 -> "Ed25519"; // not words
            case HMAC_224, HMAC_256, HMAC_384, HMAC_512 -> "HMAC " + spec.bits();
            case SM2 -> "SM2";
            case ML_DSA_44, ML_DSA_65, ML_DSA_87 -> "ML-DSA-" + spec.bits();
            case ML_KEM_512, ML_KEM_768, ML_KEM_1024 -> "ML-KEM-" + spec.bits();
        };
    }

    public static String usage(KeyUsage usage) {
        return switch (usage) {
            case ENCRYPT_DECRYPT -> WORDS.get("usage.encrypt");
            case SIGN_VERIFY -> WORDS.get("usage.sign");
            case GENERATE_VERIFY_MAC -> WORDS.get("usage.mac");
            case KEY_AGREEMENT -> WORDS.get("usage.agree");
            case ENCAPSULATE_DECAPSULATE -> WORDS.get("usage.encapsulate");
        };
    }

    public static String manager(KeyManager manager) {
        return switch (manager) {
            case AWS -> WORDS.get("manager.service");
            case CUSTOMER -> WORDS.get("manager.customer");
        };
    }

    public static String origin(KeyOrigin origin) {
        return switch (origin) {
            case AWS_KMS -> WORDS.get("origin.keyhold");
            case EXTERNAL -> WORDS.get("origin.imported");
            case AWS_CLOUDHSM -> WORDS.get("origin.module");
            case EXTERNAL_KEY_STORE -> WORDS.get("origin.external");
        };
    }

    public static String period(int days) {
        if (days % 365 == 0) {
            return WORDS.get("period.years", days / 365);
        }
        return WORDS.get("period.days", days);
    }
}
