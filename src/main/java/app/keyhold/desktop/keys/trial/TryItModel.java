package app.keyhold.desktop.keys.trial;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.desktop.keys.Contexts;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.part.Problem;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKeyWithoutPlaintext;
import app.keyhold.kms.operation.mac.GenerateMac;
import app.keyhold.kms.operation.mac.VerifyMac;
import app.keyhold.kms.operation.signing.Sign;
import app.keyhold.kms.operation.signing.Verify;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Trying a key on a text: what goes in, what came out. Each trial is a real call, in the audit like any other.
public final class TryItModel {
    private final KeyModel door;
    private final KeyMetadata key;
    private final ObjectProperty<Trial> trial;
    private final StringProperty algorithm = new SimpleStringProperty("");
    private final StringProperty input = new SimpleStringProperty("");
    private final StringProperty proof = new SimpleStringProperty("");
    private final StringProperty context = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper output = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    public TryItModel(KeyModel door, KeyMetadata key) {
        this.door = door;
        this.key = key;
        this.trial = new SimpleObjectProperty<>(Trial.of(key).stream().findFirst().orElse(Trial.ENCRYPT));
        trial.subscribe(this::choose);
    }

    private void choose(Trial chosen) {
        algorithm.set(chosen.algorithms(key).stream().findFirst().orElse(""));
        output.set("");
        problem.set(Optional.empty());
    }

    public void run() {
        output.set("");
        problem.set(Optional.empty());
        try {
            call(Contexts.parse(context.get()));
        } catch (IllegalArgumentException e) {
            String what = e.getMessage() == null ? "The input can't be read." : e.getMessage();
            problem.set(Optional.of(new Problem(what, "Nothing was sent.")));
        }
    }

    private void call(Map<String, String> pairs) {
        String id = key.keyId();
        switch (trial.get()) {
            case ENCRYPT -> encrypt(id, pairs);
            case DECRYPT ->
                door.ask(
                        key.keySpec().isSymmetric()
                                ? Decrypt.Request.of(id, base64(input), pairs)
                                : Decrypt.Request.of(id, base64(input), encryptionAlgorithm()),
                        answer -> show(answer.plaintext()),
                        this::refused);
            case GENERATE_DATA_KEY ->
                door.ask(
                        GenerateDataKeyWithoutPlaintext.Request.aes256(id, pairs),
                        answer -> output.set(answer.ciphertextBlob().base64()),
                        this::refused);
            case SIGN ->
                door.ask(
                        Sign.Request.of(id, message(), signingAlgorithm()),
                        answer -> output.set(answer.signature().base64()),
                        this::refused);
            case VERIFY ->
                door.ask(
                        Verify.Request.of(id, message(), base64(proof), signingAlgorithm()),
                        answer -> output.set("The signature is valid."),
                        this::refused);
            case GENERATE_MAC ->
                door.ask(
                        GenerateMac.Request.of(id, message(), macAlgorithm()),
                        answer -> output.set(answer.mac().base64()),
                        this::refused);
            case VERIFY_MAC ->
                door.ask(
                        VerifyMac.Request.of(id, message(), base64(proof), macAlgorithm()),
                        answer -> output.set("The MAC is valid."),
                        this::refused);
        }
    }

    private void encrypt(String id, Map<String, String> pairs) {
        SecretBytes text = SecretBytes.takeOver(input.get().getBytes(StandardCharsets.UTF_8));
        door.ask(
                key.keySpec().isSymmetric()
                        ? Encrypt.Request.of(id, text, pairs)
                        : Encrypt.Request.of(id, text, encryptionAlgorithm()),
                answer -> {
                    text.close();
                    output.set(answer.ciphertextBlob().base64());
                },
                failure -> {
                    text.close();
                    refused(failure);
                });
    }

    private void show(SecretBytes plaintext) {
        try (plaintext) {
            output.set(plaintext.use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    private void refused(Throwable failure) {
        problem.set(Optional.of(
                failure instanceof KmsException refusal ? explained(refusal) : Problem.of(failure)));
    }

    /// The faults that the service sends without a word, in words.
    private static Problem explained(KmsException refusal) {
        if (refusal.fault() == Fault.InvalidCiphertextException) {
            return new Problem(
                    "InvalidCiphertextException: the ciphertext was changed, or the context is not the one it was encrypted with.",
                    "Nothing was decrypted.");
        }
        return switch (refusal.fault()) {
            case KMSInvalidSignatureException -> new Problem("The signature is not valid for this message and key.", "");
            case KMSInvalidMacException -> new Problem("The MAC is not valid for this message and key.", "");
            default -> Problem.of(refusal);
        };
    }

    private Blob message() {
        return Blob.of(input.get().getBytes(StandardCharsets.UTF_8));
    }

    private Blob base64(StringProperty field) {
        try {
            return Blob.ofBase64(field.get().replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("That is no base64.", e);
        }
    }

    private EncryptionAlgorithm encryptionAlgorithm() {
        return EncryptionAlgorithm.valueOf(algorithm.get());
    }

    private SigningAlgorithm signingAlgorithm() {
        return SigningAlgorithm.valueOf(algorithm.get());
    }

    private MacAlgorithm macAlgorithm() {
        return MacAlgorithm.valueOf(algorithm.get());
    }

    public KeyMetadata key() {
        return key;
    }

    public ObjectProperty<Trial> trialProperty() {
        return trial;
    }

    public StringProperty algorithmProperty() {
        return algorithm;
    }

    public StringProperty inputProperty() {
        return input;
    }

    public StringProperty proofProperty() {
        return proof;
    }

    public StringProperty contextProperty() {
        return context;
    }

    public ReadOnlyStringProperty outputProperty() {
        return output.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
