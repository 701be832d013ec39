package app.keyhold.desktop.keys.trial;

import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.key.KeyMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What can be tried with a key.
public enum Trial {
    ENCRYPT(KeyUsage.ENCRYPT_DECRYPT),
    DECRYPT(KeyUsage.ENCRYPT_DECRYPT),
    GENERATE_DATA_KEY(KeyUsage.ENCRYPT_DECRYPT),
    SIGN(KeyUsage.SIGN_VERIFY),
    VERIFY(KeyUsage.SIGN_VERIFY),
    GENERATE_MAC(KeyUsage.GENERATE_VERIFY_MAC),
    VERIFY_MAC(KeyUsage.GENERATE_VERIFY_MAC);

    private final KeyUsage usage;

    Trial(KeyUsage usage) {
        this.usage = usage;
    }

    boolean takesInput() {
        return this != GENERATE_DATA_KEY;
    }

    /// A signature or MAC beside the message.
    boolean takesProof() {
        return this == VERIFY || this == VERIFY_MAC;
    }

    public boolean takesContext(KeyMetadata key) {
        return usage == KeyUsage.ENCRYPT_DECRYPT && key.keySpec().isSymmetric();
    }

    static List<Trial> of(KeyMetadata key) {
        return List.of(values()).stream()
                .filter(trial -> trial.usage == key.keyUsage())
                .filter(trial -> trial != GENERATE_DATA_KEY || key.keySpec().isSymmetric())
                .toList();
    }

    /// The algorithms to choose from; a symmetric key has only its own.
    List<String> algorithms(KeyMetadata key) {
        return switch (this) {
            case ENCRYPT, DECRYPT -> names(key.encryptionAlgorithms());
            case GENERATE_DATA_KEY -> List.of(EncryptionAlgorithm.SYMMETRIC_DEFAULT.name());
            case SIGN, VERIFY -> names(key.signingAlgorithms());
            case GENERATE_MAC, VERIFY_MAC -> names(key.macAlgorithms());
        };
    }

    private static List<String> names(Optional<? extends Collection<? extends Enum<?>>> algorithms) {
        return algorithms.stream().flatMap(Collection::stream).map(Enum::name).toList();
    }
}
