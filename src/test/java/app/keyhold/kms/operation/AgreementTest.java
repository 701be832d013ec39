package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyAgreementAlgorithm;
import app.keyhold.crypto.KeyGeneration;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.NewKey;
import app.keyhold.crypto.OpenSsl;
import app.keyhold.kms.Fault;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.RecipientInfo;
import app.keyhold.kms.operation.agreement.DeriveSharedSecret;
import app.keyhold.kms.operation.signing.GetPublicKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource(value = KeySpec.class, names = {"ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "SM2"})
    void twoKeysAgree(KeySpec spec) {
        String here = desk.createKey(spec, KeyUsage.KEY_AGREEMENT);
        String there = desk.createKey(spec, KeyUsage.KEY_AGREEMENT);

        var answer = desk.call(DeriveSharedSecret.Request.of(here, publicKey(there)));

        assertThat(answer.sharedSecret()
                        .sameAs(desk.call(DeriveSharedSecret.Request.of(there, publicKey(here))).sharedSecret()))
                .isTrue();
        assertThat(answer.keyId()).isEqualTo(Desk.arn(here));
        assertThat(answer.keyOrigin()).isEqualTo(KeyOrigin.AWS_KMS);
        assertThat(answer.keyAgreementAlgorithm()).isEqualTo(KeyAgreementAlgorithm.ECDH);
        assertThat(answer.ciphertextForRecipient()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = KeySpec.class, names = {"ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"})
    void opensslDerivesTheSame(KeySpec spec, @TempDir Path folder) {
        String key = desk.createKey(spec, KeyUsage.KEY_AGREEMENT);
        NewKey other = KeyGeneration.generate(spec);
        byte[] secret = new OpenSsl(folder)
                .file("private.der", other.secret().exposed())
                .file("public.der", publicKey(key).toByteArray())
                .run("pkeyutl", "-derive", "-keyform", "DER", "-inkey", "private.der", "-peerform", "DER", "-peerkey",
                        "public.der")
                .output();

        assertThat(desk.call(DeriveSharedSecret.Request.of(key, other.publicKey().orElseThrow()))
                        .sharedSecret()
                        .exposed())
                .isEqualTo(secret);
    }

    @ParameterizedTest
    @EnumSource(value = KeySpec.class, names = {"ECC_NIST_P384", "ECC_SECG_P256K1", "SM2", "RSA_2048"})
    void aPublicKeyFromElsewhereIsInvalidWithoutAWord(KeySpec another) {
        String key = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.KEY_AGREEMENT);
        Blob publicKey = KeyGeneration.generate(another).publicKey().orElseThrow();

        Refused.silently(Fault.ValidationException)
                .when(() -> desk.call(DeriveSharedSecret.Request.of(key, publicKey)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 60, 90})
    void aDamagedPublicKeyIsInvalidWithoutAWord(int at) {
        String key = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.KEY_AGREEMENT);
        byte[] damaged = KeyGeneration.generate(KeySpec.ECC_NIST_P256).publicKey().orElseThrow().toByteArray();
        damaged[at] ^= 4;

        Refused.silently(Fault.ValidationException)
                .when(() -> desk.call(DeriveSharedSecret.Request.of(key, Blob.of(damaged))));
    }

    @Test
    void aSigningKeyDoesNotAgree() {
        String key = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);

        Refused.with(
                        Fault.InvalidKeyUsageException,
                        Desk.arn(key) + " key usage is SIGN_VERIFY which is not valid for DeriveSharedSecret.")
                .when(() -> desk.call(DeriveSharedSecret.Request.of(key, publicKey(key))));
    }

    @Test
    void anUnknownAlgorithmIsRefusedByShape() {
        String key = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.KEY_AGREEMENT);

        Refused.with(
                        Fault.ValidationException,
                        "1 validation error detected: Value 'X25519' at 'keyAgreementAlgorithm' failed to satisfy "
                                + "constraint: Member must satisfy enum value set: [ECDH]")
                .when(() -> desk.call(new DeriveSharedSecret.Request(
                        Optional.empty(), List.of(), "X25519", key, publicKey(key), Optional.empty())));
    }

    @Test
    void aDryRunAlsoLooksAtThePublicKey() {
        String key = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.KEY_AGREEMENT);

        Refused.by(Fault.DryRunOperationException, () -> desk.call(dryRun(key, publicKey(key))));
        Refused.silently(Fault.ValidationException).when(() -> desk.call(dryRun(key, Desk.blob("no key"))));
    }

    @Test
    void thereIsNoEnclaveToAnswerTo() {
        String key = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.KEY_AGREEMENT);
        var toEnclave = new DeriveSharedSecret.Request(
                Optional.empty(), List.of(), "ECDH", key, publicKey(key),
                Optional.of(new RecipientInfo(Optional.empty(), Optional.empty())));

        Refused.by(Fault.UnsupportedOperationException, () -> desk.call(toEnclave));
    }

    private static DeriveSharedSecret.Request dryRun(String key, Blob publicKey) {
        return new DeriveSharedSecret.Request(
                Optional.of(true), List.of(), "ECDH", key, publicKey, Optional.empty());
    }

    private Blob publicKey(String key) {
        return desk.call(GetPublicKey.Request.of(key)).publicKey();
    }
}
