package app.keyhold.kms.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.AesGcm;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.VectorFile;
import app.keyhold.crypto.VectorFile.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenBlobTest {
    static Stream<Vector> golden() {
        return VectorFile.read(TokenBlobTest.class, "ciphertext-blob-2.txt");
    }

    @ParameterizedTest
    @MethodSource("golden")
    void sealsAsTheFormatSays(Vector vector) {
        byte[] start = CiphertextBlob.start(
                2, vector.text("key-id"), vector.text("material-id"), vector.hex("salt"), vector.hex("iv"));

        Blob sealed = TokenBlob.sealInsecurely(
                start,
                vector.hex("nonce"),
                secret(vector, "seed"),
                (nonce, data, seed) -> AesGcm.seal(secret(vector, "token-key"), nonce, data, seed),
                context(vector),
                secret(vector, "plaintext"));

        assertThat(sealed.hex()).isEqualTo(vector.text("blob"));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void opensWhatAnotherImplementationSealed(Vector vector) throws Exception {
        var blob = (TokenBlob) CiphertextBlob.parse(Blob.ofHex(vector.text("blob"))).orElseThrow();

        assertThat(blob.keyId()).isEqualTo(vector.text("key-id"));
        assertThat(blob.materialId()).isEqualTo(vector.text("material-id"));
        assertThat(blob.open(
                                (nonce, data, sealed) -> AesGcm.open(secret(vector, "token-key"), nonce, data, sealed),
                                context(vector))
                        .exposed())
                .isEqualTo(vector.hex("plaintext"));
    }

    /// A token that could be made to give a second seed for the same blob opens nothing: the commitment is the seed's.
    @Test
    void doesNotOpenUnderAnotherSeed() {
        Vector vector = golden().findFirst().orElseThrow();
        var blob = (TokenBlob) CiphertextBlob.parse(Blob.ofHex(vector.text("blob"))).orElseThrow();

        assertThatThrownBy(() -> blob.open((nonce, data, sealed) -> Randomness.secret(32), context(vector)))
                .isInstanceOf(AEADBadTagException.class);
    }

    @Test
    void noTwoBlobsShareNonceSaltOrIv() {
        Key key = TestKey.of(
                "us-east-1", "1234abcd-12ab-34cd-56ef-1234567890ab", KeySpec.SYMMETRIC_DEFAULT, "ab".repeat(32));
        SecretBytes tokenKey = Randomness.secret(32);
        Stream<String> drawn = Stream.generate(() -> TokenBlob.seal(
                                key,
                                key.currentMaterial(),
                                (nonce, data, seed) -> AesGcm.seal(tokenKey, nonce, data, seed),
                                EncryptionContext.of(Map.of()),
                                Randomness.secret(1))
                        .hex())
                .limit(300)
                .flatMap(hex -> Stream.of(hex.substring(116, 148), hex.substring(212, 236), hex.substring(236, 260)));

        assertThat(drawn).doesNotHaveDuplicates();
    }

    private static SecretBytes secret(Vector vector, String field) {
        return SecretBytes.copyOf(vector.hex(field));
    }

    static EncryptionContext context(Vector vector) {
        Map<String, String> entries = new LinkedHashMap<>();
        Stream.of(vector.text("context").split(" "))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> entries.put(pair[0], pair[1]));
        return EncryptionContext.of(entries);
    }
}
