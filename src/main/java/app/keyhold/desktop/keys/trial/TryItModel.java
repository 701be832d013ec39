package app.keyhold.desktop.keys.trial;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.desktop.keys.Contexts;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.api.CallText;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
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
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Trying a key on a text: what goes in, what came out. Each trial is a real call, in the audit like any other.
public final class TryItModel {
    private static final Words WORDS = Words.of(TryItModel.class);

    private final KeyModel door;
    private final KeyMetadata key;
    private final ObjectProperty<Trial> trial;
    private final StringProperty algorithm = new SimpleStringProperty("");
    private final StringProperty input = new SimpleStringProperty("");
    private final StringProperty proof = new SimpleStringProperty("");
    private final StringProperty context = new SimpleStringProperty("");
    private final BooleanProperty hex = new SimpleBooleanProperty();
    private Optional<Blob> result = Optional.empty();
    private final ReadOnlyStringWrapper output = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    public TryItModel(KeyModel door, KeyMetadata key) {
        this.door = door;
        this.key = key;
        this.trial = new SimpleObjectProperty<>(Trial.of(key).stream().findFirst().orElse(Trial.ENCRYPT));
        trial.subscribe(this::choose);
        hex.subscribe(() -> result.ifPresent(this::give));
    }

    private void choose(Trial chosen) {
        algorithm.set(chosen.algorithms(key).stream().findFirst().orElse(""));
        result = Optional.empty();
        output.set("");
        problem.set(Optional.empty());
    }

    public void run() {
        output.set("");
        problem.set(Optional.empty());
        SecretBytes text = SecretBytes.takeOver(input.get().getBytes(StandardCharsets.UTF_8));
        try {
            send(request(text), text);
        } catch (IllegalArgumentException e) {
            text.close();
            String what = e.getMessage() == null ? WORDS.get("trial.unreadable") : e.getMessage();
            problem.set(Optional.of(new Problem(what, WORDS.get("trial.nothingSent"))));
        }
    }

    /// The trial as a program would ask for it; a plaintext is left out of it.
    ///
    /// @return empty while the fields can't be read
    public Optional<String> call(CallText form) {
        try (SecretBytes none = SecretBytes.takeOver(new byte[] {0})) {
            return Optional.of(form.of(request(none)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private KmsRequest<?> request(SecretBytes text) {
        String id = key.keyId();
        Map<String, String> pairs = Contexts.parse(context.get());
        boolean symmetric = key.keySpec().isSymmetric();
        return switch (trial.get()) {
            case ENCRYPT -> symmetric ? Encrypt.Request.of(id, text, pairs) : Encrypt.Request.of(id, text, encryptionAlgorithm());
            case DECRYPT ->
                symmetric ? Decrypt.Request.of(id, bytes(input), pairs) : Decrypt.Request.of(id, bytes(input), encryptionAlgorithm());
            case GENERATE_DATA_KEY -> GenerateDataKeyWithoutPlaintext.Request.aes256(id, pairs);
            case SIGN -> Sign.Request.of(id, message(), signingAlgorithm());
            case VERIFY -> Verify.Request.of(id, message(), bytes(proof), signingAlgorithm());
            case GENERATE_MAC -> GenerateMac.Request.of(id, message(), macAlgorithm());
            case VERIFY_MAC -> VerifyMac.Request.of(id, message(), bytes(proof), macAlgorithm());
        };
    }

    private <R> void send(KmsRequest<R> request, SecretBytes text) {
        door.ask(
                request,
                answer -> {
                    text.close();
                    show(answer);
                },
                failure -> {
                    text.close();
                    refused(failure);
                });
    }

    private void show(Object answer) {
        switch (answer) {
            case Encrypt.Response found -> give(found.ciphertextBlob());
            case Decrypt.Response found -> show(found.plaintext());
            case GenerateDataKeyWithoutPlaintext.Response found -> give(found.ciphertextBlob());
            case Sign.Response found -> give(found.signature());
            case GenerateMac.Response found -> give(found.mac());
            case Verify.Response _ -> output.set(WORDS.get("trial.signatureValid"));
            case VerifyMac.Response _ -> output.set(WORDS.get("trial.macValid"));
            default -> throw new IllegalStateException("No trial answers with " + answer.getClass().getSimpleName());
        }
    }

    private void give(Blob bytes) {
        result = Optional.of(bytes);
        output.set(hex.get() ? bytes.hex() : bytes.base64());
    }

    private void show(SecretBytes plaintext) {
        try (plaintext) {
            result = Optional.empty();
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
            return new Problem(WORDS.get("trial.ciphertextChanged"), WORDS.get("trial.nothingDecrypted"));
        }
        return switch (refusal.fault()) {
            case KMSInvalidSignatureException -> new Problem(WORDS.get("trial.signatureInvalid"), "");
            case KMSInvalidMacException -> new Problem(WORDS.get("trial.macInvalid"), "");
            default -> Problem.of(refusal);
        };
    }

    private Blob message() {
        return Blob.of(input.get().getBytes(StandardCharsets.UTF_8));
    }

    /// Base64, or hexadecimal digits where those are shown.
    private Blob bytes(StringProperty field) {
        String typed = field.get().replaceAll("\\s", "");
        try {
            return hex.get() ? Blob.ofHex(typed) : Blob.ofBase64(typed);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(WORDS.get(hex.get() ? "trial.noHex" : "trial.noBase64"), e);
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

    /// Whether bytes are shown and typed in hexadecimal digits instead of base64.
    public BooleanProperty hexProperty() {
        return hex;
    }

    public ReadOnlyStringProperty outputProperty() {
        return output.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
