package app.keyhold.kms.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.VectorFile;
import app.keyhold.crypto.VectorFile.Vector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CiphertextBlobTest {
    private static final EncryptionContext NO_CONTEXT = EncryptionContext.of(Map.of());

    static Stream<Vector> golden() {
        return VectorFile.read(CiphertextBlobTest.class, "ciphertext-blob-1.txt");
    }

    @ParameterizedTest
    @MethodSource("golden")
    void sealsAsTheFormatSays(Vector vector) {
        Blob sealed = LocalBlob.sealInsecurely(
                vector.text("key-id"),
                vector.text("material-id"),
                secret(vector, "material"),
                context(vector),
                secret(vector, "plaintext"),
                vector.hex("salt"),
                vector.hex("iv"));

        assertThat(sealed.hex()).isEqualTo(vector.text("blob"));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void opensWhatAnotherImplementationSealed(Vector vector) throws Exception {
        LocalBlob blob = (LocalBlob) CiphertextBlob.parse(Blob.ofHex(vector.text("blob"))).orElseThrow();

        assertThat(blob.keyId()).isEqualTo(vector.text("key-id"));
        assertThat(blob.materialId()).isEqualTo(vector.text("material-id"));
        assertThat(blob.open(secret(vector, "material"), context(vector)).exposed()).isEqualTo(vector.hex("plaintext"));
    }

    @Test
    void opensInAnotherRegionWhereTheKeyIsRelated() throws Exception {
        Key here = key("us-east-1");
        Key there = key("eu-west-1");
        SecretBytes material = Randomness.secret(32);
        Blob sealed = LocalBlob.seal(here, here.currentMaterial(), material, NO_CONTEXT, Randomness.secret(5));
        LocalBlob blob = (LocalBlob) CiphertextBlob.parse(sealed).orElseThrow();

        assertThat(blob.keyId()).isEqualTo(there.id());
        assertThat(there.material(blob.materialId())).isPresent();
        assertThat(blob.open(material, NO_CONTEXT).length()).isEqualTo(5);
    }

    @Test
    void doesNotOpenUnderAnotherMaterial() {
        Vector vector = golden().findFirst().orElseThrow();
        LocalBlob blob = (LocalBlob) CiphertextBlob.parse(Blob.ofHex(vector.text("blob"))).orElseThrow();

        assertThatThrownBy(() -> blob.open(Randomness.secret(32), context(vector)))
                .isInstanceOf(AEADBadTagException.class);
    }

    @Test
    void anUnknownVersionIsNoBlob() {
        String golden = golden().findFirst().orElseThrow().text("blob");

        assertThat(CiphertextBlob.parse(Blob.ofHex(golden.replaceFirst("4b48434201", "4b48434204")))).isEmpty();
    }

    @Test
    void noTwoBlobsShareSaltOrIv() {
        Key key = key("us-east-1");
        SecretBytes material = Randomness.secret(32);
        Stream<String> saltsAndIvs = Stream.generate(() -> LocalBlob.seal(
                                key, key.currentMaterial(), material, NO_CONTEXT, Randomness.secret(1))
                        .hex())
                .limit(500)
                .flatMap(hex -> Stream.of(hex.substring(116, 148), hex.substring(212, 236)));

        assertThat(saltsAndIvs).doesNotHaveDuplicates();
    }

    @Test
    void anyBytesAreABlobOrNoneButNeverAFailure() {
        Random random = new Random(47);
        byte[] golden = Blob.ofHex(golden().findFirst().orElseThrow().text("blob")).toByteArray();
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = Arrays.copyOf(golden, random.nextInt(golden.length + 20));
            for (int changes = random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            CiphertextBlob.parse(Blob.of(bytes)).ifPresent(blob -> assertThat(blob.keyId()).hasSize(36));
        }
    }

    private static Key key(String region) {
        return TestKey.of(region, "mrk-1234abcd12ab34cd56ef1234567890ab", KeySpec.SYMMETRIC_DEFAULT, "ab".repeat(32));
    }

    private static SecretBytes secret(Vector vector, String field) {
        return SecretBytes.copyOf(vector.hex(field));
    }

    private static EncryptionContext context(Vector vector) {
        Map<String, String> entries = new LinkedHashMap<>();
        Stream.of(vector.text("context").split(" "))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> entries.put(pair[0], pair[1]));
        return EncryptionContext.of(entries);
    }
}
