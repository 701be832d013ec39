package app.keyhold.desktop.keys.trial;

import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.key.KeyMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What can be tried with a key.
public enum Trial {
    ENCRYPT("Encrypt", KeyUsage.ENCRYPT_DECRYPT, "Text to encrypt", Optional.empty(), "Ciphertext, base64"),
    DECRYPT("Decrypt", KeyUsage.ENCRYPT_DECRYPT, "Ciphertext, base64", Optional.empty(), "Text"),
    GENERATE_DATA_KEY("Data key", KeyUsage.ENCRYPT_DECRYPT, "", Optional.empty(), "Encrypted data key, base64"),
    SIGN("Sign", KeyUsage.SIGN_VERIFY, "Message", Optional.empty(), "Signature, base64"),
    VERIFY("Verify", KeyUsage.SIGN_VERIFY, "Message", Optional.of("Signature, base64"), "Answer"),
    GENERATE_MAC("Generate MAC", KeyUsage.GENERATE_VERIFY_MAC, "Message", Optional.empty(), "MAC, base64"),
    VERIFY_MAC("Verify MAC", KeyUsage.GENERATE_VERIFY_MAC, "Message", Optional.of("MAC, base64"), "Answer");

    private final String title;
    private final KeyUsage usage;
    private final String input;
    private final Optional<String> proof;
    private final String output;

    Trial(String title, KeyUsage usage, String input, Optional<String> proof, String output) {
        this.title = title;
        this.usage = usage;
        this.input = input;
        this.proof = proof;
        this.output = output;
    }

    public String title() {
        return title;
    }

    /// What the first field is for; empty where nothing goes in.
    public String input() {
        return input;
    }

    /// What the second field is for, where there is one.
    public Optional<String> proof() {
        return proof;
    }

    public String output() {
        return output;
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
