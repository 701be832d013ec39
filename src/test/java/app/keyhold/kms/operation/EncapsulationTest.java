package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncapsulationAlgorithm;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MlKem;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.agreement.Decapsulate;
import app.keyhold.kms.operation.agreement.Encapsulate;
import app.keyhold.kms.operation.signing.GetPublicKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncapsulationTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({"ML_KEM_512, 768", "ML_KEM_768, 1088", "ML_KEM_1024, 1568"})
    void whatIsEncapsulatedIsDecapsulated(KeySpec spec, int bytes) {
        String key = kemKey(spec);
        var made = desk.call(Encapsulate.Request.of(key));
        var opened = desk.call(Decapsulate.Request.of(key, made.sharedSecretCiphertextBlob()));

        assertThat(made.keyId()).isEqualTo(Desk.arn(key));
        assertThat(made.encapsulationAlgorithm()).isEqualTo(EncapsulationAlgorithm.ML_KEM);
        assertThat(made.sharedSecretCiphertextBlob().size()).isEqualTo(bytes);
        assertThat(made.sharedSecret().length()).isEqualTo(32);
        assertThat(opened.keyId()).isEqualTo(Desk.arn(key));
        assertThat(opened.encapsulationAlgorithm()).isEqualTo(EncapsulationAlgorithm.ML_KEM);
        assertThat(opened.sharedSecret().sameAs(made.sharedSecret())).isTrue();
    }

    @Test
    void whatOthersEncapsulateWithThePublicKeyIsDecapsulated() {
        String key = kemKey(KeySpec.ML_KEM_768);
        var answer = desk.call(GetPublicKey.Request.of(key));
        MlKem.Encapsulated made = MlKem.encapsulate(answer.publicKey());

        assertThat(answer.encapsulationAlgorithms().orElseThrow()).containsExactly(EncapsulationAlgorithm.ML_KEM);
        assertThat(desk.call(Decapsulate.Request.of(key, made.ciphertext()))
                        .sharedSecret()
                        .sameAs(made.sharedSecret()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 768, 1087, 1089, 1568, 6144})
    void aCiphertextOfAnotherLengthIsInvalidWithoutAWord(int bytes) {
        String key = kemKey(KeySpec.ML_KEM_768);

        Refused.silently(Fault.InvalidCiphertextException)
                .when(() -> desk.call(Decapsulate.Request.of(key, Blob.of(new byte[bytes]))));
    }

    @Test
    void aCiphertextForAnotherKeyYieldsAnotherSecretWithoutAWord() {
        String key = kemKey(KeySpec.ML_KEM_512);
        var made = desk.call(Encapsulate.Request.of(kemKey(KeySpec.ML_KEM_512)));

        var other = desk.call(Decapsulate.Request.of(key, made.sharedSecretCiphertextBlob()));

        assertThat(other.sharedSecret().length()).isEqualTo(32);
        assertThat(other.sharedSecret().sameAs(made.sharedSecret())).isFalse();
    }

    @Test
    void anUnknownAlgorithmIsRefusedByShape() {
        String key = kemKey(KeySpec.ML_KEM_512);

        Refused.with(
                        Fault.ValidationException,
                        "1 validation error detected: Value 'KYBER' at 'encapsulationAlgorithm' failed to satisfy "
                                + "constraint: Member must satisfy enum value set: [ML_KEM]")
                .when(() -> desk.call(
                        new Encapsulate.Request(Optional.empty(), "KYBER", List.of(), key)));
    }

    @Test
    void aDryRunAlsoLooksAtTheCiphertext() {
        String key = kemKey(KeySpec.ML_KEM_512);

        Refused.by(Fault.DryRunOperationException, () -> desk.call(
                new Encapsulate.Request(Optional.of(true), "ML_KEM", List.of(), key)));
        Refused.by(Fault.DryRunOperationException, () -> desk.call(dryRun(key, new byte[768])));
        Refused.silently(Fault.InvalidCiphertextException).when(() -> desk.call(dryRun(key, new byte[767])));
    }

    private static Decapsulate.Request dryRun(String key, byte[] ciphertext) {
        return new Decapsulate.Request(Optional.of(true), "ML_KEM", List.of(), key, Blob.of(ciphertext));
    }

    private String kemKey(KeySpec spec) {
        return desk.createKey(spec, KeyUsage.ENCAPSULATE_DECAPSULATE);
    }
}
