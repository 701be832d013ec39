package app.keyhold.message;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A keyring around one AES key in memory, bound to the context as a key service would.
final class LocalKeyring implements Keyring {
    static final String ARN = "arn:aws:kms:us-east-1:123456789012:key/0d990263-018e-4e65-a703-eff731de951e";

    static final class CannotOpen extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final SecretKeySpec key;

    LocalKeyring() {
        this(Randomness.bytes(32));
    }

    LocalKeyring(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    @Override
    public DataKey generate(Map<String, String> context) {
        byte[] dataKey = Randomness.bytes(DataKey.BYTES);
        byte[] blob = wrap(dataKey, context);
        return new DataKey(SecretBytes.takeOver(dataKey), List.of(EncryptedDataKey.awsKms(ARN, Blob.of(blob))));
    }

    byte[] wrap(byte[] dataKey, Map<String, String> context) {
        byte[] iv = Randomness.bytes(12);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, iv, context, dataKey);
        byte[] blob = Arrays.copyOf(iv, iv.length + sealed.length);
        System.arraycopy(sealed, 0, blob, iv.length, sealed.length);
        return blob;
    }

    @Override
    public SecretBytes unwrap(List<EncryptedDataKey> wrapped, Map<String, String> context) {
        for (var candidate : wrapped) {
            if (candidate.isAwsKms() && candidate.keyArn().equals(ARN) && candidate.ciphertext().size() > 12) {
                byte[] blob = candidate.ciphertext().toByteArray();
                return SecretBytes.takeOver(crypt(
                        Cipher.DECRYPT_MODE,
                        Arrays.copyOf(blob, 12),
                        context,
                        Arrays.copyOfRange(blob, 12, blob.length)));
            }
        }
        throw new CannotOpen();
    }

    private byte[] crypt(int mode, byte[] iv, Map<String, String> context, byte[] in) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, iv));
            cipher.updateAAD(new TreeMap<>(context).toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(in);
        } catch (GeneralSecurityException changed) {
            throw new CannotOpen();
        }
    }
}
