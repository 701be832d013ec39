package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.files.FileException.Kind;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.CiphertextBlob;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.schedule.CreateServiceManagedKey;
import app.keyhold.message.DataKey;
import app.keyhold.message.EncryptedDataKey;
import app.keyhold.message.Keyring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Data keys of one message, from behind the door. For one file and one thread.
final class KmsKeyring implements Keyring {
    /// Opening one more wrapped key costs a call and an audit row, and anyone can write a header.
    private static final int MAX_TRIED = 64;

    private static final int MAX_ARN = 2048;
    private static final int MAX_CIPHERTEXT = 6144;

    private final Client client;
    private final List<String> keyIds;
    private final Failures failures;
    private final List<Recipient> recipients = new ArrayList<>();
    private String usedKey = "";
    private Optional<String> usedMaterial = Optional.empty();

    /// A key that opens the message.
    record Recipient(String keyArn, Optional<String> materialId) {}

    private KmsKeyring(Client client, List<String> keyIds, Failures failures) {
        this.client = client;
        this.keyIds = keyIds;
        this.failures = failures;
    }

    /// @param keyIds the first makes the data key, the others wrap it
    static KmsKeyring sealing(Client client, List<String> keyIds, Failures failures) {
        return new KmsKeyring(client, keyIds, failures);
    }

    static KmsKeyring opening(Client client, Failures failures) {
        return new KmsKeyring(client, List.of(), failures);
    }

    /// ARN of the key that made or opened the data key; empty before.
    String usedKey() {
        return usedKey;
    }

    /// Every key that wrapped the data key that was made, and which of its materials did.
    List<Recipient> recipients() {
        return List.copyOf(recipients);
    }

    /// Which of the key's materials did.
    Optional<String> usedMaterial() {
        return usedMaterial;
    }

    @Override
    public DataKey generate(Map<String, String> context) {
        if (keyIds.isEmpty() || keyIds.size() > MAX_TRIED) {
            throw failures.of(
                    Kind.REFUSED,
                    failures.name() + " cannot be encrypted under " + keyIds.size() + " keys.",
                    "Name 1 to " + MAX_TRIED + " keys.");
        }
        var answer = call(keyIds.getFirst(), keyId -> GenerateDataKey.Request.aes256(keyId, context));
        usedKey = answer.keyId();
        usedMaterial = answer.keyMaterialId();
        var wrapped = new LinkedHashMap<String, EncryptedDataKey>();
        wrapped.put(answer.keyId(), EncryptedDataKey.awsKms(answer.keyId(), answer.ciphertextBlob()));
        recipients.add(new Recipient(usedKey, usedMaterial));
        try {
            for (String keyId : keyIds.subList(1, keyIds.size())) {
                var other = call(keyId, it -> Encrypt.Request.of(it, answer.plaintext(), context));
                var key = EncryptedDataKey.awsKms(other.keyId(), other.ciphertextBlob());
                if (wrapped.putIfAbsent(other.keyId(), key) == null) {
                    recipients.add(new Recipient(other.keyId(), material(other.ciphertextBlob())));
                }
            }
        } catch (FileException refused) {
            answer.plaintext().close();
            throw refused;
        }
        return new DataKey(answer.plaintext(), List.copyOf(wrapped.values()));
    }

    /// Encrypt does not answer it, but what it answered tells.
    private static Optional<String> material(Blob ciphertext) {
        return CiphertextBlob.parse(ciphertext).map(CiphertextBlob::materialId);
    }

    /// Makes the key managed by this room first, where that is the one meant and there is none yet.
    private <R> R call(String keyId, Function<String, KmsRequest<R>> request) {
        try {
            return client.call(request.apply(keyId));
        } catch (KmsException refused) {
            if (refused.fault() != Fault.NotFoundException || !isServiceKey(keyId)) {
                throw failures.kms(refused, keyId);
            }
        }
        try {
            client.call(new CreateServiceManagedKey.Request(FileService.SERVICE));
            return client.call(request.apply(keyId));
        } catch (KmsException refused) {
            throw failures.kms(refused, keyId);
        }
    }

    private static boolean isServiceKey(String keyId) {
        return keyId.equals(FileService.SERVICE_KEY) || keyId.endsWith(":" + FileService.SERVICE_KEY);
    }

    @Override
    public SecretBytes unwrap(List<EncryptedDataKey> wrapped, Map<String, String> context) {
        Optional<FileException> refusal = Optional.empty();
        for (var key : wrapped.stream().filter(KmsKeyring::isOurs).limit(MAX_TRIED).toList()) {
            try {
                var answer = opened(key, context);
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

    private Decrypt.Response opened(EncryptedDataKey key, Map<String, String> context) {
        String arn = key.keyArn();
        String here = nameHere(arn);
        try {
            return client.call(Decrypt.Request.of(here, key.ciphertext(), context));
        } catch (KmsException refused) {
            if (refused.fault() != Fault.NotFoundException || here.equals(arn)) {
                throw refused;
            }
            return client.call(Decrypt.Request.of(arn, key.ciphertext(), context));
        }
    }

    /// Of a multi-Region key the relative in this Region opens it too, so its Region is left out.
    static String nameHere(String arn) {
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
