package app.keyhold.files;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.files.FileException.Kind;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.schedule.CreateServiceManagedKey;
import app.keyhold.message.DataKey;
import app.keyhold.message.EncryptedDataKey;
import app.keyhold.message.Keyring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Data keys of one message, from behind the door. For one file and one thread.
final class KmsKeyring implements Keyring {
    /// Opening one more wrapped key costs a call and an audit row, and anyone can write a header.
    private static final int MAX_TRIED = 64;

    private static final int MAX_ARN = 2048;
    private static final int MAX_CIPHERTEXT = 6144;

    private final Client client;
    private final String keyId;
    private final Failures failures;
    private String usedKey = "";
    private Optional<String> usedMaterial = Optional.empty();

    private KmsKeyring(Client client, String keyId, Failures failures) {
        this.client = client;
        this.keyId = keyId;
        this.failures = failures;
    }

    static KmsKeyring sealing(Client client, String keyId, Failures failures) {
        return new KmsKeyring(client, keyId, failures);
    }

    static KmsKeyring opening(Client client, Failures failures) {
        return new KmsKeyring(client, "", failures);
    }

    /// ARN of the key that wrapped or opened the data key; empty before.
    String usedKey() {
        return usedKey;
    }

    /// Which of the key's materials did.
    Optional<String> usedMaterial() {
        return usedMaterial;
    }

    @Override
    public DataKey generate(Map<String, String> context) {
        try {
            return call(context);
        } catch (KmsException refused) {
            if (refused.fault() != Fault.NotFoundException || !isServiceKey()) {
                throw failures.kms(refused, keyId);
            }
        }
        try {
            client.call(new CreateServiceManagedKey.Request(FileService.SERVICE));
            return call(context);
        } catch (KmsException refused) {
            throw failures.kms(refused, keyId);
        }
    }

    private DataKey call(Map<String, String> context) {
        var answer = client.call(GenerateDataKey.Request.aes256(keyId, context));
        usedKey = answer.keyId();
        usedMaterial = answer.keyMaterialId();
        return new DataKey(
                answer.plaintext(), List.of(EncryptedDataKey.awsKms(answer.keyId(), answer.ciphertextBlob())));
    }

    private boolean isServiceKey() {
        return keyId.equals(FileService.SERVICE_KEY) || keyId.endsWith(":" + FileService.SERVICE_KEY);
    }

    @Override
    public SecretBytes unwrap(List<EncryptedDataKey> wrapped, Map<String, String> context) {
        Optional<FileException> refusal = Optional.empty();
        for (var key : wrapped.stream().filter(KmsKeyring::isOurs).limit(MAX_TRIED).toList()) {
            try {
                var answer = client.call(Decrypt.Request.of(nameHere(key.keyArn()), key.ciphertext(), context));
                usedKey = answer.keyId();
                usedMaterial = answer.keyMaterialId();
                return answer.plaintext();
            } catch (KmsException refused) {
                var failure = failure(refused, key);
                refusal = failure.isPresent() && (refusal.isEmpty() || failure.get().kind() == Kind.DENIED)
                        ? failure
                        : refusal;
            }
        }
        throw refusal.orElseGet(() -> noKey(wrapped));
    }

    /// Of a multi-Region key the relative in this Region opens it too, so its Region is left out.
    private static String nameHere(String arn) {
        int id = arn.lastIndexOf('/') + 1;
        return arn.startsWith(KeyArn.MULTI_REGION_ID, id) ? arn.substring(id) : arn;
    }

    private static boolean isOurs(EncryptedDataKey key) {
        return key.isAwsKms() && key.providerInfo().size() <= MAX_ARN && key.ciphertext().size() <= MAX_CIPHERTEXT;
    }

    /// Empty for a key that is not in this vault: another one may be.
    private Optional<FileException> failure(KmsException refused, EncryptedDataKey key) {
        return switch (refused.fault()) {
            case NotFoundException, InvalidArnException, ValidationException -> Optional.empty();
            case InvalidCiphertextException, IncorrectKeyException ->
                Optional.of(new FileException(
                        Kind.DAMAGED,
                        failures.file(),
                        failures.name() + " is damaged or was tampered with: key " + key.keyArn()
                                + " does not open its header.",
                        Failures.NOTHING_WRITTEN,
                        "Take the file from a backup.",
                        OptionalLong.of(0)));
            default -> Optional.of(failures.kms(refused, key.keyArn()));
        };
    }

    private FileException noKey(List<EncryptedDataKey> wrapped) {
        String names = String.join(
                ", ",
                wrapped.stream().filter(EncryptedDataKey::isAwsKms).map(EncryptedDataKey::keyArn).limit(3).toList());
        return failures.of(
                Kind.NO_KEY,
                "None of the keys that open " + failures.name() + " is in this vault"
                        + (names.isEmpty() ? "." : ": " + names + "."),
                "Open it with the vault that holds the key.");
    }
}
