package app.keyhold.kms.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaterialWrappingTest {
    private static final KeyArn ARN = new KeyArn("us-east-1", "123456789012", "1234abcd-12ab-34cd-56ef-1234567890ab");

    private final SecretBytes wrappingKey = Randomness.secret(32);
    private final MaterialWrapping wrapping = new MaterialWrapping(wrappingKey.copy(), "vault");
    private final Key key = made(ARN, KeySpec.SYMMETRIC_DEFAULT);

    @Test
    void lendsTheSameMaterialEachTime() {
        assertThat(plain(wrapping, key)).hasSize(32).isEqualTo(plain(wrapping, key));
    }

    @Test
    void opensWhatAnotherWithTheSameKeyWrapped() {
        assertThat(plain(new MaterialWrapping(wrappingKey.copy(), "vault"), key)).isEqualTo(plain(wrapping, key));
    }

    @Test
    void materialIdsAreRandom() {
        assertThat(key.currentMaterial().id()).matches("[0-9a-f]{64}");
        assertThat(made(ARN, KeySpec.SYMMETRIC_DEFAULT).currentMaterial().id())
                .isNotEqualTo(key.currentMaterial().id());
    }

    @Test
    void keyPairsComeWithTheirPublicHalf() {
        assertThat(made(ARN, KeySpec.ECC_NIST_P256).currentMaterial().publicKey()).isPresent();
    }

    static Stream<KeyArn> otherKeys() {
        return Stream.of(
                new KeyArn("eu-west-1", ARN.account(), ARN.keyId()),
                new KeyArn(ARN.region(), "210987654321", ARN.keyId()),
                new KeyArn(ARN.region(), ARN.account(), "1234abcd-12ab-34cd-56ef-1234567890ac"));
    }

    @ParameterizedTest
    @MethodSource("otherKeys")
    void aMaterialPutInAnotherKeysRowDoesNotOpen(KeyArn other) {
        plain(wrapping, key);

        assertDamaged(TestKey.of(other, key.spec(), key.currentMaterial()), wrapping);
    }

    @Test
    void aMaterialUnderAnotherIdOrSpecDoesNotOpen() {
        KeyMaterial material = key.currentMaterial();
        KeyMaterial renamed = new KeyMaterial(
                "00".repeat(32), material.wrapped(), material.publicKey(), material.created(), material.rotation());

        assertDamaged(TestKey.of(ARN, key.spec(), renamed), wrapping);
        assertDamaged(TestKey.of(ARN, KeySpec.HMAC_256, material), wrapping);
    }

    @Test
    void anotherVaultsMaterialDoesNotOpen() {
        assertDamaged(key, new MaterialWrapping(wrappingKey.copy(), "another vault"));
    }

    @Test
    void aDamagedMaterialSaysWhatToDo() {
        KeyMaterial material = key.currentMaterial();
        byte[] bytes = material.wrapped().toByteArray();
        bytes[bytes.length - 1] ^= 1;
        KeyMaterial damaged = new KeyMaterial(
                material.id(), Blob.of(bytes), material.publicKey(), material.created(), material.rotation());

        assertThatThrownBy(() -> plain(wrapping, TestKey.of(ARN, key.spec(), damaged)))
                .hasMessageContaining(ARN.toString())
                .hasMessageContaining("restore the key from a backup");
    }

    @Test
    void closingWipesWhatWasLent() {
        List<SecretBytes> lent = new ArrayList<>();
        wrapping.with(key, key.currentMaterial(), lent::add);
        wrapping.close();

        assertThat(lent.getFirst().isDestroyed()).isTrue();
        assertThatThrownBy(() -> plain(wrapping, key))
                .asInstanceOf(InstanceOfAssertFactories.throwable(StoreException.class))
                .extracting(StoreException::kind)
                .isEqualTo(StoreException.Kind.CLOSED);
    }

    @Test
    void whoStillHoldsAMaterialWhenItClosesHoldsTheWholeOfIt() throws Exception {
        byte[] expected = plain(wrapping, key);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> call = () -> {
                try {
                    return Arrays.equals(plain(wrapping, key), expected);
                } catch (StoreException closed) {
                    return closed.kind() == StoreException.Kind.CLOSED;
                }
            };
            var calls = Stream.generate(() -> callers.submit(call)).limit(500).toList();
            wrapping.close();
            for (var answer : calls) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    @Test
    void keepsABoundedNumberOpenAndWipesTheRest() {
        List<SecretBytes> lent = new ArrayList<>();
        wrapping.with(key, key.currentMaterial(), lent::add);
        for (int i = 0; i < 4_096; i++) {
            plain(wrapping, made(ARN, KeySpec.HMAC_256));
        }

        assertThat(lent.getFirst().isDestroyed()).isTrue();
        assertThat(plain(wrapping, key)).hasSize(32);
    }

    @Test
    void forgettingAKeyWipesItsMaterial() {
        List<SecretBytes> lent = new ArrayList<>();
        wrapping.with(key, key.currentMaterial(), lent::add);
        wrapping.forget(key);

        assertThat(lent.getFirst().isDestroyed()).isTrue();
    }

    private static void assertDamaged(Key key, MaterialWrapping wrapping) {
        assertThatThrownBy(() -> plain(wrapping, key))
                .asInstanceOf(InstanceOfAssertFactories.throwable(StoreException.class))
                .extracting(StoreException::kind)
                .isEqualTo(StoreException.Kind.DAMAGED);
    }

    private static byte[] plain(MaterialWrapping wrapping, Key key) {
        return wrapping.with(key, key.currentMaterial(), SecretBytes::exposed);
    }

    private Key made(KeyArn arn, KeySpec spec) {
        return TestKey.of(arn, spec, wrapping.generate(arn, spec).first(Instant.EPOCH));
    }
}
