package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.files.FileException.Kind;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.message.AlgorithmSuite;
import app.keyhold.message.DataKey;
import app.keyhold.message.EncryptedDataKey;
import app.keyhold.message.Keyring;
import app.keyhold.message.MessageStreams;
import app.keyhold.message.OutgoingMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Messages that several keys open, as other programs write them.
class ManyKeysTest {
    private static final EncryptedDataKey RAW =
            new EncryptedDataKey("raw", Blob.of(new byte[] {1}), Blob.of(new byte[] {2}));
    private static final EncryptedDataKey UNKNOWN =
            EncryptedDataKey.awsKms(SmallDoor.ARN.replace("0d99", "ffff"), Blob.of(new byte[40]));
    private static final String DENIED_ARN = SmallDoor.ARN.replace("0d99", "eeee");
    private static final EncryptedDataKey DENIED = EncryptedDataKey.awsKms(DENIED_ARN, Blob.of(new byte[40]));

    private final SmallDoor door = new SmallDoor();
    private final FileService files = new FileService(door.client());

    @Test
    void areOpenedByTheOneThatIsHere() throws Exception {
        door.refusals.put(DENIED_ARN, Fault.AccessDeniedException);

        assertThat(decrypt(seal(List.of(RAW, UNKNOWN, DENIED)))).isEqualTo("dear");
    }

    @Test
    void areNotSentToTheDoorUnderAnotherProvidersName() throws Exception {
        byte[] message = seal(List.of(RAW));
        door.calls.clear();

        decrypt(message);

        assertThat(door.calls).hasSize(1);
    }

    @Test
    void tellOfTheKeyThatIsHereButDenied() throws Exception {
        byte[] message = seal(List.of(UNKNOWN, DENIED));
        door.keys.clear();
        door.refusals.put(DENIED_ARN, Fault.AccessDeniedException);

        refused(Kind.DENIED, message);
    }

    @Test
    void areTriedSixtyFourTimesAtMost() throws Exception {
        byte[] message = seal(Collections.nCopies(64, UNKNOWN));
        door.calls.clear();

        refused(Kind.NO_KEY, message);
        assertThat(door.calls).hasSize(64);
    }

    private void refused(Kind kind, byte[] message) {
        assertThatThrownBy(() -> decrypt(message))
                .isInstanceOfSatisfying(FileException.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    private String decrypt(byte[] message) {
        var out = new ByteArrayOutputStream();
        files.decrypt(new ByteArrayInputStream(message), out, Allowances.none(), Progress.none());
        return out.toString(StandardCharsets.UTF_8);
    }

    /// @param others come before the key that opens it
    private byte[] seal(List<EncryptedDataKey> others) throws IOException {
        var out = new ByteArrayOutputStream();
        var suite = AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT;
        try (var message = OutgoingMessage.begin(new Behind(others), suite, Map.of(), 4096)) {
            var in = new ByteArrayInputStream("dear".getBytes(StandardCharsets.UTF_8));
            MessageStreams.encrypt(message, in, out, _ -> {});
        }
        return out.toByteArray();
    }

    private final class Behind implements Keyring {
        private final List<EncryptedDataKey> others;

        private Behind(List<EncryptedDataKey> others) {
            this.others = others;
        }

        @Override
        public DataKey generate(Map<String, String> context) {
            var answer = door.client().call(GenerateDataKey.Request.aes256(SmallDoor.ARN, context));
            var wrapped = new ArrayList<>(others);
            wrapped.add(EncryptedDataKey.awsKms(SmallDoor.ARN, answer.ciphertextBlob()));
            return new DataKey(answer.plaintext(), wrapped);
        }

        @Override
        public SecretBytes unwrap(List<EncryptedDataKey> wrapped, Map<String, String> context) {
            throw new UnsupportedOperationException("Only writes");
        }
    }
}
