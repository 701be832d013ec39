package app.keyhold.kms.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.VectorFile;
import app.keyhold.crypto.VectorFile.Vector;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExternalBlobTest {
    static Stream<Vector> golden() {
        return VectorFile.read(ExternalBlobTest.class, "ciphertext-blob-3.txt");
    }

    @ParameterizedTest
    @MethodSource("golden")
    void sealsAsTheFormatSays(Vector vector) {
        byte[] start = CiphertextBlob.start(
                3, vector.text("key-id"), vector.text("material-id"), vector.hex("salt"), vector.hex("iv"));

        Blob sealed = ExternalBlob.innerInsecurely(
                        start, secret(vector, "material"), TokenBlobTest.context(vector), secret(vector, "plaintext"))
                .seal((data, inner) -> {
                    byte[] outer = manager(Cipher.ENCRYPT_MODE, vector, data, inner);
                    return new ExternalBlob.Sealed(
                            Blob.of(Arrays.copyOf(outer, inner.length)),
                            Blob.of(vector.hex("external-iv")),
                            Blob.of(vector.hex("metadata")),
                            Blob.of(Arrays.copyOfRange(outer, inner.length, outer.length)));
                });

        assertThat(sealed.hex()).isEqualTo(vector.text("blob"));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void opensWhatAnotherImplementationSealed(Vector vector) throws Exception {
        var blob = (ExternalBlob) CiphertextBlob.parse(Blob.ofHex(vector.text("blob"))).orElseThrow();
        var context = TokenBlobTest.context(vector);
        byte[] inner = blob.openOuter(
                (data, sealed) -> manager(
                        Cipher.DECRYPT_MODE,
                        vector,
                        data,
                        CiphertextBlob.joined(
                                sealed.ciphertext().toByteArray(), sealed.tag().toByteArray())),
                context);

        assertThat(blob.open(secret(vector, "material"), inner, context).exposed()).isEqualTo(vector.hex("plaintext"));
        assertThatThrownBy(() -> blob.open(Randomness.secret(32), inner, context)).isInstanceOf(AEADBadTagException.class);
        assertThatThrownBy(() -> blob.open(secret(vector, "material"), new byte[inner.length], context))
                .isInstanceOf(AEADBadTagException.class);
    }

    @Test
    void anyBytesAreABlobOrNoneButNeverAFailure() {
        Random random = new Random(48);
        byte[] golden = Blob.ofHex(golden().findFirst().orElseThrow().text("blob")).toByteArray();
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = Arrays.copyOf(golden, random.nextInt(golden.length + 20));
            for (int changes = random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            CiphertextBlob.parse(Blob.of(bytes)).ifPresent(blob -> assertThat(blob.keyId()).hasSize(36));
        }
    }

    private static byte[] manager(int mode, Vector vector, byte[] data, byte[] input) {
        byte[] metadata = vector.hex("metadata");
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(vector.hex("external-key"), "AES"),
                    new GCMParameterSpec(128, vector.hex("external-iv")));
            cipher.updateAAD(ByteBuffer.allocate(3 + data.length + metadata.length)
                    .putShort((short) data.length)
                    .put(data)
                    .put((byte) metadata.length)
                    .put(metadata)
                    .array());
            return cipher.doFinal(input);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretBytes secret(Vector vector, String field) {
        return SecretBytes.copyOf(vector.hex(field));
    }
}
