package app.keyhold.message;

import java.util.Arrays;
import java.util.Optional;

/// The suites Keyhold writes and reads: AES-256-GCM, HKDF-SHA-512, key commitment; the second one signed.
public enum AlgorithmSuite {
    AES_256_GCM_HKDF_SHA512_COMMIT(0x0478, false),
    AES_256_GCM_HKDF_SHA512_COMMIT_ECDSA_P384(0x0578, true);

    private final int id;
    private final boolean signed;

    AlgorithmSuite(int id, boolean signed) {
        this.id = id;
        this.signed = signed;
    }

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

    public boolean signed() {
        return signed;
    }
}
