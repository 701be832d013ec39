package app.keyhold.message;

import app.keyhold.crypto.Hkdf;
import java.util.Arrays;
import java.util.Optional;

/// The algorithm suites of the format: AES-GCM all of them, with or without a derived key, a commitment to it and a
/// signature. Keyhold writes the two that commit and reads all. Spec: framework/algorithm-suites.md.
public enum AlgorithmSuite {
    AES_128_GCM(0x0014, 1, 16, Derivation.NONE, Signing.NONE),
    AES_192_GCM(0x0046, 1, 24, Derivation.NONE, Signing.NONE),
    AES_256_GCM(0x0078, 1, 32, Derivation.NONE, Signing.NONE),
    AES_128_GCM_HKDF_SHA256(0x0114, 1, 16, Derivation.HKDF_SHA256, Signing.NONE),
    AES_192_GCM_HKDF_SHA256(0x0146, 1, 24, Derivation.HKDF_SHA256, Signing.NONE),
    AES_256_GCM_HKDF_SHA256(0x0178, 1, 32, Derivation.HKDF_SHA256, Signing.NONE),
    AES_128_GCM_HKDF_SHA256_ECDSA_P256(0x0214, 1, 16, Derivation.HKDF_SHA256, Signing.ECDSA_P256),
    AES_192_GCM_HKDF_SHA384_ECDSA_P384(0x0346, 1, 24, Derivation.HKDF_SHA384, Signing.ECDSA_P384),
    AES_256_GCM_HKDF_SHA384_ECDSA_P384(0x0378, 1, 32, Derivation.HKDF_SHA384, Signing.ECDSA_P384),
    AES_256_GCM_HKDF_SHA512_COMMIT(0x0478, 2, 32, Derivation.HKDF_SHA512, Signing.NONE),
    AES_256_GCM_HKDF_SHA512_COMMIT_ECDSA_P384(0x0578, 2, 32, Derivation.HKDF_SHA512, Signing.ECDSA_P384);

    private final int id;
    private final int formatVersion;
    private final int keyBytes;
    private final Derivation derivation;
    private final Signing signing;

    AlgorithmSuite(int id, int formatVersion, int keyBytes, Derivation derivation, Signing signing) {
        this.id = id;
        this.formatVersion = formatVersion;
        this.keyBytes = keyBytes;
        this.derivation = derivation;
        this.signing = signing;
    }

    /// How the key of header and body comes from the data key.
    enum Derivation {
        /// It is the data key.
        NONE(Optional.empty()),
        HKDF_SHA256(Optional.of(Hkdf.Hash.SHA_256)),
        HKDF_SHA384(Optional.of(Hkdf.Hash.SHA_384)),
        HKDF_SHA512(Optional.of(Hkdf.Hash.SHA_512));

        private final Optional<Hkdf.Hash> hash;

        Derivation(Optional<Hkdf.Hash> hash) {
            this.hash = hash;
        }

        Optional<Hkdf.Hash> hash() {
            return hash;
        }
    }

    /// How the whole message is signed.
    enum Signing {
        NONE("", "", 0),
        ECDSA_P256("SHA256withECDSA", "secp256r1", 32),
        ECDSA_P384("SHA384withECDSA", "secp384r1", 48);

        private final String algorithm;
        private final String curve;
        private final int coordinateBytes;

        Signing(String algorithm, String curve, int coordinateBytes) {
            this.algorithm = algorithm;
            this.curve = curve;
            this.coordinateBytes = coordinateBytes;
        }

        /// JCA's name of it.
        String algorithm() {
            return algorithm;
        }

        String curve() {
            return curve;
        }

        int coordinateBytes() {
            return coordinateBytes;
        }
    }

    /// What Keyhold writes.
    public static AlgorithmSuite of(boolean signed) {
        return signed ? AES_256_GCM_HKDF_SHA512_COMMIT_ECDSA_P384 : AES_256_GCM_HKDF_SHA512_COMMIT;
    }

    static Optional<AlgorithmSuite> withId(int id) {
        return Arrays.stream(values()).filter(suite -> suite.id == id).findFirst();
    }

    /// Two bytes on the wire.
    public int id() {
        return id;
    }

    /// Version of the message format it belongs to.
    public int formatVersion() {
        return formatVersion;
    }

    /// Length of the data key.
    public int keyBytes() {
        return keyBytes;
    }

    public boolean signed() {
        return signing != Signing.NONE;
    }

    /// Whether a message opens under one data key only. Without it whoever writes a message can make it so that another
    /// data key opens it too, to something else.
    public boolean committing() {
        return formatVersion == 2;
    }

    Derivation derivation() {
        return derivation;
    }

    Signing signing() {
        return signing;
    }
}
