package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Caller;
import app.keyhold.iam.Origin;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.Kms;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.file.RecordFiles;
import app.keyhold.kms.operation.schedule.CreateServiceManagedKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A door with nothing behind it but AES keys, for processes and failures that a whole Region would only be in the way
/// of: wraps data keys with AES-256-GCM, bound to their context, and refuses as it is told.
final class SmallDoor implements Kms {
    static final String ARN = "arn:aws:kms:us-east-1:123456789012:key/0d990263-018e-4e65-a703-eff731de951e";
    private static final String SERVICE_ARN =
            "arn:aws:kms:us-east-1:123456789012:key/7c4b1f34-6a53-4f0e-9c63-2f1e0f1f8a11";

    final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    final Map<String, Fault> refusals = new ConcurrentHashMap<>();
    final List<KmsRequest<?>> calls = new CopyOnWriteArrayList<>();
    final List<Blob> dataKeys = new CopyOnWriteArrayList<>();
    /// Told of files that are to be remembered; without a material none are.
    Consumer<RecordFiles.Request> recorded = _ -> {};
    Optional<String> material = Optional.empty();

    SmallDoor() {
        this(Randomness.bytes(32));
    }

    SmallDoor(byte[] key) {
        keys.put(ARN, key);
    }

    Client client() {
        return new Client(this, Caller.of(new Principal.User("123456789012", "eva"), Origin.INTERNAL));
    }

    @Override
    public <R> R call(Caller caller, KmsRequest<R> request) {
        calls.add(request);
        @SuppressWarnings("unchecked")
        R answer = (R) switch (request) {
            case GenerateDataKey.Request generate -> generate(generate);
            case Encrypt.Request encrypt -> encrypt(encrypt);
            case Decrypt.Request decrypt -> decrypt(decrypt);
            case CreateServiceManagedKey.Request _ -> {
                keys.put(SERVICE_ARN, Randomness.bytes(32));
                yield new CreateServiceManagedKey.Response(SERVICE_ARN);
            }
            case RecordFiles.Request record -> {
                recorded.accept(record);
                yield new RecordFiles.Response(record.files().size());
            }
            default -> throw new KmsException(Fault.UnknownOperationException);
        };
        return answer;
    }

    @Override
    public Optional<Class<?>> requestType(String operation) {
        return Optional.empty();
    }

    private GenerateDataKey.Response generate(GenerateDataKey.Request request) {
        String arn = request.keyId().equals(FileService.SERVICE_KEY) ? SERVICE_ARN : request.keyId();
        byte[] dataKey = Randomness.bytes(32);
        dataKeys.add(Blob.of(dataKey));
        Blob wrapped = wrap(arn, request.encryptionContext(), dataKey);
        return new GenerateDataKey.Response(
                wrapped, Optional.empty(), arn, material, SecretBytes.takeOver(dataKey));
    }

    private Encrypt.Response encrypt(Encrypt.Request request) {
        Blob wrapped = request.plaintext().use(bytes -> wrap(request.keyId(), request.encryptionContext(), bytes));
        return new Encrypt.Response(wrapped, EncryptionAlgorithm.SYMMETRIC_DEFAULT, request.keyId());
    }

    private Blob wrap(String arn, Map<String, String> context, byte[] dataKey) {
        byte[] iv = Randomness.bytes(12);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, arn, iv, context, dataKey);
        byte[] blob = new byte[iv.length + sealed.length];
        System.arraycopy(iv, 0, blob, 0, iv.length);
        System.arraycopy(sealed, 0, blob, iv.length, sealed.length);
        return Blob.of(blob);
    }

    private Decrypt.Response decrypt(Decrypt.Request request) {
        String arn = request.keyId().orElseThrow();
        byte[] blob = request.ciphertextBlob().orElseThrow().toByteArray();
        if (blob.length < 12) {
            throw new KmsException(Fault.InvalidCiphertextException);
        }
        byte[] sealed = Arrays.copyOfRange(blob, 12, blob.length);
        byte[] iv = Arrays.copyOf(blob, 12);
        byte[] dataKey = crypt(Cipher.DECRYPT_MODE, arn, iv, request.encryptionContext(), sealed);
        return new Decrypt.Response(
                Optional.empty(),
                EncryptionAlgorithm.SYMMETRIC_DEFAULT,
                arn,
                material,
                SecretBytes.takeOver(dataKey));
    }

    private byte[] crypt(int mode, String arn, byte[] iv, Map<String, String> context, byte[] in) {
        if (refusals.containsKey(arn)) {
            throw new KmsException(refusals.get(arn), "As the test wants it");
        }
        byte[] key = keys.get(arn);
        if (key == null) {
            throw new KmsException(Fault.NotFoundException, "Key '" + arn + "' does not exist");
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
            cipher.updateAAD(new TreeMap<>(context).toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(in);
        } catch (GeneralSecurityException changed) {
            throw new KmsException(Fault.InvalidCiphertextException);
        }
    }
}
