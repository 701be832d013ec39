package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.OpenSsl;
import app.keyhold.crypto.Randomness;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.signing.GetPublicKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class EncryptionTest {
    private static final Map<String, String> CONTEXT = Map.of("Department", "Payroll", "Year", "2026");
    private static final Refused INCORRECT_KEY = Refused.with(
            Fault.IncorrectKeyException,
            "The key ID in the request does not identify a CMK that can perform this operation.");
    private static final Refused INVALID_CIPHERTEXT = Refused.silently(Fault.InvalidCiphertextException);

    private final Desk desk = new Desk();
    private final String key = desk.createKey();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatWasSealedOpensWithItsContextAlone() {
        Blob ciphertext = seal("wages");

        var opened = desk.call(Decrypt.Request.of(ciphertext, CONTEXT));

        assertThat(Desk.text(opened.plaintext())).isEqualTo("wages");
        assertThat(opened.keyId()).isEqualTo(Desk.arn(key));
        assertThat(opened.encryptionAlgorithm()).isEqualTo(EncryptionAlgorithm.SYMMETRIC_DEFAULT);
        assertThat(opened.keyMaterialId()).contains(desk.stored(key).currentMaterial().id());
    }

    @Test
    void twoCiphertextsOfOnePlaintextDiffer() {
        assertThat(seal("wages")).isNotEqualTo(seal("wages"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4097})
    void aPlaintextHasOneTo4096Bytes(int length) {
        Refused.with(
                        Fault.ValidationException,
                        "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: "
                                + "Member must have length "
                                + (length == 0 ? "greater than or equal to 1" : "less than or equal to 4096"))
                .when(() -> desk.call(Encrypt.Request.of(key, Randomness.secret(length), CONTEXT)));
    }

    @Test
    void theLongestPlaintextMakesACiphertextThatDecryptTakes() {
        Blob ciphertext = desk.call(Encrypt.Request.of(key, Randomness.secret(4096), CONTEXT)).ciphertextBlob();

        assertThat(desk.call(Decrypt.Request.of(ciphertext, CONTEXT)).plaintext().length()).isEqualTo(4096);
    }

    @Test
    void namingAnotherKeyIsTheIncorrectKey() {
        Blob ciphertext = seal("wages");
        String other = desk.createKey();
        String mac = desk.createKey(KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC);

        INCORRECT_KEY.when(() -> desk.call(Decrypt.Request.of(other, ciphertext, CONTEXT)));
        INCORRECT_KEY.when(() -> desk.call(Decrypt.Request.of(mac, ciphertext, CONTEXT)));
    }

    @Test
    void theKeyOfTheCiphertextMayBeNamedByAlias() {
        desk.call(new CreateAlias.Request("alias/payroll", key));

        assertThat(Desk.text(desk.call(Decrypt.Request.of("alias/payroll", seal("wages"), CONTEXT)).plaintext()))
                .isEqualTo("wages");
    }

    @Test
    void decryptNeedsACiphertext() {
        var nothing = new Decrypt.Request(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Map.of(),
                List.of(), Optional.of(key), Optional.empty());

        Refused.by(Fault.ValidationException, () -> desk.call(nothing));
    }

    @Test
    void anRsaCiphertextNeedsAKeyId() {
        var nameless = new Decrypt.Request(Optional.of(seal("x")), Optional.empty(), List.of(),
                Optional.of("RSAES_OAEP_SHA_256"), Map.of(), List.of(), Optional.empty(), Optional.empty());

        Refused.by(Fault.ValidationException, () -> desk.call(nameless));
    }

    @ParameterizedTest
    @CsvSource({"8190, true", "8191, false"})
    void aContextHasABoundedSize(int valueLength, boolean accepted) {
        var context = Map.of("k", "v".repeat(valueLength));
        var request = Encrypt.Request.of(key, Desk.secret("x"), context);

        if (accepted) {
            assertThat(desk.call(request).keyId()).isEqualTo(Desk.arn(key));
        } else {
            Refused.by(Fault.ValidationException, () -> desk.call(request));
        }
    }

    @Test
    void aDryRunThatWouldSucceedSaysSo() {
        var dry = new Encrypt.Request(Optional.of(true), Optional.empty(), Map.of(), List.of(), key, Desk.secret("x"));

        Refused.with(
                        Fault.DryRunOperationException,
                        "The request would have succeeded, but the DryRun option is set.")
                .when(() -> desk.call(dry));
    }

    @Test
    void aDryRunChecksTheCiphertextUnlessToldToIgnoreIt() {
        byte[] tampered = seal("x").toByteArray();
        tampered[tampered.length - 1] ^= 1;

        INVALID_CIPHERTEXT.when(() -> desk.call(dryDecrypt(Optional.of(Blob.of(tampered)), List.of())));
        Refused.by(
                Fault.DryRunOperationException,
                () -> desk.call(dryDecrypt(Optional.of(Blob.of(tampered)), List.of("IGNORE_CIPHERTEXT"))));
        Refused.by(
                Fault.DryRunOperationException,
                () -> desk.call(dryDecrypt(Optional.empty(), List.of("IGNORE_CIPHERTEXT"))));
    }

    private Decrypt.Request dryDecrypt(Optional<Blob> ciphertext, List<String> modifiers) {
        return new Decrypt.Request(ciphertext, Optional.of(true), modifiers, Optional.empty(), CONTEXT, List.of(),
                Optional.of(key), Optional.empty());
    }

    @Test
    void aDisabledKeyDoesNotEncrypt() {
        desk.call(new DisableKey.Request(key));

        Refused.with(Fault.DisabledException, Desk.arn(key) + " is disabled.").when(() -> seal("x"));
    }

    @Test
    void aSigningKeyDoesNotEncrypt() {
        String signing = desk.createKey(KeySpec.RSA_2048, KeyUsage.SIGN_VERIFY);

        Refused.with(
                        Fault.InvalidKeyUsageException,
                        Desk.arn(signing) + " key usage is SIGN_VERIFY which is not valid for Encrypt.")
                .when(() -> desk.call(Encrypt.Request.of(
                        signing, Desk.secret("x"), EncryptionAlgorithm.RSAES_OAEP_SHA_256)));
    }

    @Test
    void anRsaKeyNeedsItsAlgorithmNamed() {
        String rsa = desk.createKey(KeySpec.RSA_2048, KeyUsage.ENCRYPT_DECRYPT);

        Refused.with(
                        Fault.InvalidKeyUsageException,
                        "Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.")
                .when(() -> desk.call(Encrypt.Request.of(rsa, Desk.secret("x"), Map.of())));
    }

    @ParameterizedTest
    @CsvSource({"RSAES_OAEP_SHA_1, 214", "RSAES_OAEP_SHA_256, 190"})
    void anRsaKeyTakesWhatItsModulusHolds(EncryptionAlgorithm algorithm, int most) {
        String rsa = desk.createKey(KeySpec.RSA_2048, KeyUsage.ENCRYPT_DECRYPT);
        Blob ciphertext = desk.call(Encrypt.Request.of(rsa, Randomness.secret(most), algorithm)).ciphertextBlob();

        assertThat(desk.call(Decrypt.Request.of(rsa, ciphertext, algorithm)).plaintext().length()).isEqualTo(most);
        Refused.with(
                        Fault.ValidationException,
                        "Algorithm " + algorithm + " and key spec RSA_2048 cannot encrypt data larger than " + most
                                + " bytes.")
                .when(() -> desk.call(Encrypt.Request.of(rsa, Randomness.secret(most + 1), algorithm)));
    }

    @Test
    void anSm2KeyTakes1024Bytes() {
        String sm2 = desk.createKey(KeySpec.SM2, KeyUsage.ENCRYPT_DECRYPT);
        var algorithm = EncryptionAlgorithm.SM2PKE;
        Blob ciphertext = desk.call(Encrypt.Request.of(sm2, Randomness.secret(1024), algorithm)).ciphertextBlob();

        assertThat(desk.call(Decrypt.Request.of(sm2, ciphertext, algorithm)).plaintext().length()).isEqualTo(1024);
        Refused.with(
                        Fault.ValidationException,
                        "Algorithm SM2PKE and key spec SM2 cannot encrypt data larger than 1024 bytes.")
                .when(() -> desk.call(Encrypt.Request.of(sm2, Randomness.secret(1025), algorithm)));
        Refused.silently(Fault.InvalidCiphertextException)
                .when(() -> desk.call(Decrypt.Request.of(sm2, Desk.blob("no ciphertext"), algorithm)));
    }

    @Test
    void whatOpensslSealsUnderThePublicKeyOpens(@TempDir Path folder) {
        String rsa = desk.createKey(KeySpec.RSA_2048, KeyUsage.ENCRYPT_DECRYPT);
        byte[] ciphertext = new OpenSsl(folder)
                .file("public.der", desk.call(GetPublicKey.Request.of(rsa)).publicKey().toByteArray())
                .file("plaintext", "wages".getBytes())
                .run("pkeyutl", "-encrypt", "-pubin", "-keyform", "DER", "-inkey", "public.der", "-in", "plaintext",
                        "-pkeyopt", "rsa_padding_mode:oaep", "-pkeyopt", "rsa_oaep_md:sha256")
                .output();

        var opened = desk.call(
                Decrypt.Request.of(rsa, Blob.of(ciphertext), EncryptionAlgorithm.RSAES_OAEP_SHA_256));

        assertThat(Desk.text(opened.plaintext())).isEqualTo("wages");
        assertThat(opened.keyMaterialId()).isEmpty();
    }

    private Blob seal(String text) {
        return desk.call(Encrypt.Request.of(key, Desk.secret(text), CONTEXT)).ciphertextBlob();
    }
}
