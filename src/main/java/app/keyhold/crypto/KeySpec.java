package app.keyhold.crypto;

import static app.keyhold.crypto.EncryptionAlgorithm.RSAES_OAEP_SHA_1;
import static app.keyhold.crypto.EncryptionAlgorithm.RSAES_OAEP_SHA_256;
import static app.keyhold.crypto.KeyUsage.ENCAPSULATE_DECAPSULATE;
import static app.keyhold.crypto.KeyUsage.ENCRYPT_DECRYPT;
import static app.keyhold.crypto.KeyUsage.GENERATE_VERIFY_MAC;
import static app.keyhold.crypto.KeyUsage.KEY_AGREEMENT;
import static app.keyhold.crypto.KeyUsage.SIGN_VERIFY;
import static app.keyhold.crypto.SigningAlgorithm.*;

import java.util.List;
import java.util.Set;

/// The kinds of key material, with what each can do (KMS API: KeySpec; developer guide, "Key spec reference").
public enum KeySpec {
    SYMMETRIC_DEFAULT(
            Family.AES,
            256,
            Set.of(ENCRYPT_DECRYPT),
            List.of(EncryptionAlgorithm.SYMMETRIC_DEFAULT),
            List.of(),
            List.of()),
    RSA_2048(Family.RSA, 2048),
    RSA_3072(Family.RSA, 3072),
    RSA_4096(Family.RSA, 4096),
    ECC_NIST_P256(Family.EC, 256, Set.of(SIGN_VERIFY, KEY_AGREEMENT), ECDSA_SHA_256),
    ECC_NIST_P384(Family.EC, 384, Set.of(SIGN_VERIFY, KEY_AGREEMENT), ECDSA_SHA_384),
    ECC_NIST_P521(Family.EC, 521, Set.of(SIGN_VERIFY, KEY_AGREEMENT), ECDSA_SHA_512),
    ECC_SECG_P256K1(Family.EC, 256, Set.of(SIGN_VERIFY), ECDSA_SHA_256),
    ECC_NIST_EDWARDS25519(Family.EDWARDS, 255, Set.of(SIGN_VERIFY), ED25519_SHA_512, ED25519_PH_SHA_512),
    HMAC_224(224, MacAlgorithm.HMAC_SHA_224),
    HMAC_256(256, MacAlgorithm.HMAC_SHA_256),
    HMAC_384(384, MacAlgorithm.HMAC_SHA_384),
    HMAC_512(512, MacAlgorithm.HMAC_SHA_512),
    SM2(
            Family.SM2,
            256,
            Set.of(ENCRYPT_DECRYPT, SIGN_VERIFY, KEY_AGREEMENT),
            List.of(EncryptionAlgorithm.SM2PKE),
            List.of(SM2DSA),
            List.of()),
    ML_DSA_44(Family.ML_DSA, 44, Set.of(SIGN_VERIFY), ML_DSA_SHAKE_256),
    ML_DSA_65(Family.ML_DSA, 65, Set.of(SIGN_VERIFY), ML_DSA_SHAKE_256),
    ML_DSA_87(Family.ML_DSA, 87, Set.of(SIGN_VERIFY), ML_DSA_SHAKE_256),
    ML_KEM_512(Family.ML_KEM, 512, Set.of(ENCAPSULATE_DECAPSULATE), List.of(), List.of(), List.of()),
    ML_KEM_768(Family.ML_KEM, 768, Set.of(ENCAPSULATE_DECAPSULATE), List.of(), List.of(), List.of()),
    ML_KEM_1024(Family.ML_KEM, 1024, Set.of(ENCAPSULATE_DECAPSULATE), List.of(), List.of(), List.of());

    public enum Family {
        AES,
        RSA,
        EC,
        EDWARDS,
        HMAC,
        SM2,
        ML_DSA,
        ML_KEM
    }

    private final Family family;
    private final int bits;
    private final Set<KeyUsage> usages;
    private final List<EncryptionAlgorithm> encryptionAlgorithms;
    private final List<SigningAlgorithm> signingAlgorithms;
    private final List<MacAlgorithm> macAlgorithms;

    KeySpec(
            Family family,
            int bits,
            Set<KeyUsage> usages,
            List<EncryptionAlgorithm> encryption,
            List<SigningAlgorithm> signing,
            List<MacAlgorithm> mac) {
        this.family = family;
        this.bits = bits;
        this.usages = usages;
        this.encryptionAlgorithms = encryption;
        this.signingAlgorithms = signing;
        this.macAlgorithms = mac;
    }

    KeySpec(Family rsa, int bits) {
        this(
                rsa,
                bits,
                Set.of(ENCRYPT_DECRYPT, SIGN_VERIFY),
                List.of(RSAES_OAEP_SHA_1, RSAES_OAEP_SHA_256),
                List.of(
                        RSASSA_PKCS1_V1_5_SHA_256,
                        RSASSA_PKCS1_V1_5_SHA_384,
                        RSASSA_PKCS1_V1_5_SHA_512,
                        RSASSA_PSS_SHA_256,
                        RSASSA_PSS_SHA_384,
                        RSASSA_PSS_SHA_512),
                List.of());
    }

    KeySpec(Family family, int bits, Set<KeyUsage> usages, SigningAlgorithm... signing) {
        this(family, bits, usages, List.of(), List.of(signing), List.of());
    }

    KeySpec(int bits, MacAlgorithm mac) {
        this(Family.HMAC, bits, Set.of(GENERATE_VERIFY_MAC), List.of(), List.of(), List.of(mac));
    }

    public Family family() {
        return family;
    }

    /// Size of the material or modulus or field, in bits; the parameter set's number for ML-DSA and ML-KEM.
    public int bits() {
        return bits;
    }

    public Set<KeyUsage> usages() {
        return usages;
    }

    public boolean isSymmetric() {
        return this == SYMMETRIC_DEFAULT;
    }

    /// Whether the key has a public half.
    public boolean isAsymmetric() {
        return family != Family.AES && family != Family.HMAC;
    }

    /// Empty unless the key may encrypt.
    public List<EncryptionAlgorithm> encryptionAlgorithms() {
        return encryptionAlgorithms;
    }

    public List<SigningAlgorithm> signingAlgorithms() {
        return signingAlgorithms;
    }

    public List<MacAlgorithm> macAlgorithms() {
        return macAlgorithms;
    }

    public List<KeyAgreementAlgorithm> keyAgreementAlgorithms() {
        return usages.contains(KEY_AGREEMENT) ? List.of(KeyAgreementAlgorithm.ECDH) : List.of();
    }

    public List<EncapsulationAlgorithm> encapsulationAlgorithms() {
        return usages.contains(ENCAPSULATE_DECAPSULATE) ? List.of(EncapsulationAlgorithm.ML_KEM) : List.of();
    }
}
