package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.OpenSsl;
import app.keyhold.crypto.Randomness;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.kms.Access;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.encryption.GenerateDataKeyWithoutPlaintext;
import app.keyhold.kms.operation.encryption.GenerateRandom;
import app.keyhold.kms.operation.encryption.ReEncrypt;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.kms.operation.signing.GetPublicKey;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                        "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have "
                                + "length " + (length == 0 ? "greater than or equal to 1" : "less than or equal to 4096"))
                .when(() -> desk.call(Encrypt.Request.of(key, Randomness.secret(length), CONTEXT)));
    }

    @Test
    void theLongestPlaintextMakesACiphertextThatDecryptTakes() {
        Blob ciphertext = desk.call(Encrypt.Request.of(key, Randomness.secret(4096), CONTEXT)).ciphertextBlob();

        assertThat(desk.call(Decrypt.Request.of(ciphertext, CONTEXT)).plaintext().length()).isEqualTo(4096);
    }

    @Test
    void anotherContextDoesNotOpen() {
        Blob ciphertext = seal("wages");

        INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(ciphertext, Map.of("Department", "payroll", "Year", "2026"))));
        INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(ciphertext, Map.of())));
    }

    @Test
    void everyFlippedByteIsAnInvalidCiphertextAndNothingMore() {
        byte[] ciphertext = seal("wages").toByteArray();
        for (int i = 0; i < ciphertext.length; i++) {
            byte[] flipped = ciphertext.clone();
            flipped[i] ^= (byte) (1 << (i % 8));
            INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(Blob.of(flipped), CONTEXT)));
            INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(key, Blob.of(flipped), CONTEXT)));
        }
    }

    @Test
    void everyTruncatedCiphertextIsInvalid() {
        byte[] ciphertext = seal("wages").toByteArray();
        for (int length = 1; length < ciphertext.length; length++) {
            Blob cut = Blob.of(Arrays.copyOf(ciphertext, length));
            INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(cut, CONTEXT)));
        }
    }

    @Test
    void aCiphertextSplicedFromTwoMaterialsIsInvalid() {
        byte[] before = seal("wages").toByteArray();
        desk.call(new RotateKeyOnDemand.Request(key));
        byte[] after = seal("wages").toByteArray();
        System.arraycopy(after, 0, before, 0, 118);

        INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(Blob.of(before), CONTEXT)));
    }

    @Test
    void aCiphertextOfAKeyThatIsNotHereIsNotToldFromAForbiddenOne() {
        try (Desk other = new Desk()) {
            Blob foreign = other.call(Encrypt.Request.of(other.createKey(), Desk.secret("x"), Map.of())).ciphertextBlob();
            Client eva = desk.user("eva", new NamedPolicy("Nothing", """
                    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "kms:Decrypt", "Resource": "*"}]}"""));
            var refusal = Refused.with(Fault.AccessDeniedException, Access.UNKNOWN_OR_DENIED);

            refusal.when(() -> desk.call(Decrypt.Request.of(foreign, Map.of())));
            refusal.when(() -> eva.call(Decrypt.Request.of(seal("x"), CONTEXT)));
        }
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

    @Test
    void aForgedRsaCiphertextIsInvalid() {
        String rsa = desk.createKey(KeySpec.RSA_2048, KeyUsage.ENCRYPT_DECRYPT);

        INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(
                rsa, Blob.of(new byte[256]), EncryptionAlgorithm.RSAES_OAEP_SHA_256)));
    }

    @Test
    void reEncryptMovesToAnotherKeyAndContext() {
        String next = desk.createKey();

        var moved = desk.call(ReEncrypt.Request.of(seal("wages"), CONTEXT, next, Map.of("Year", "2027")));

        assertThat(moved.sourceKeyId()).isEqualTo(Desk.arn(key));
        assertThat(moved.keyId()).isEqualTo(Desk.arn(next));
        assertThat(moved.sourceKeyMaterialId()).contains(desk.stored(key).currentMaterial().id());
        assertThat(moved.destinationKeyMaterialId()).contains(desk.stored(next).currentMaterial().id());
        assertThat(Desk.text(desk.call(Decrypt.Request.of(moved.ciphertextBlob(), Map.of("Year", "2027"))).plaintext()))
                .isEqualTo("wages");
    }

    @Test
    void reEncryptNeedsTheSourcesContext() {
        Blob ciphertext = seal("wages");

        INVALID_CIPHERTEXT.when(() -> desk.call(ReEncrypt.Request.of(ciphertext, Map.of(), desk.createKey(), Map.of())));
    }

    @Test
    void reEncryptRefusesADisabledDestination() {
        Blob ciphertext = seal("wages");
        String next = desk.createKey();
        desk.call(new DisableKey.Request(next));

        Refused.with(Fault.DisabledException, Desk.arn(next) + " is disabled.")
                .when(() -> desk.call(ReEncrypt.Request.of(ciphertext, CONTEXT, next, Map.of())));
    }

    @Test
    void aDataKeyComesInPlainAndSealed() {
        var dataKey = desk.call(GenerateDataKey.Request.aes256(key, CONTEXT));

        assertThat(dataKey.plaintext().length()).isEqualTo(32);
        assertThat(dataKey.keyMaterialId()).contains(desk.stored(key).currentMaterial().id());
        assertThat(desk.call(Decrypt.Request.of(dataKey.ciphertextBlob(), CONTEXT))
                        .plaintext()
                        .sameAs(dataKey.plaintext()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 1024})
    void aDataKeyIsAsLongAsAsked(int length) {
        Blob ciphertext = desk.call(GenerateDataKeyWithoutPlaintext.Request.ofLength(key, length, Map.of())).ciphertextBlob();

        assertThat(desk.call(Decrypt.Request.of(ciphertext, Map.of())).plaintext().length()).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({"AES_256, 32", ","})
    void aDataKeysLengthIsSaidInExactlyOneWay(String spec, Integer bytes) {
        var request = new GenerateDataKey.Request(Optional.empty(), Map.of(), List.of(), key,
                Optional.ofNullable(spec), Optional.ofNullable(bytes), Optional.empty());

        Refused.with(Fault.ValidationException, "Please specify either number of bytes or key spec.")
                .when(() -> desk.call(request));
    }

    @Test
    void anRsaKeyMakesNoDataKeys() {
        String rsa = desk.createKey(KeySpec.RSA_2048, KeyUsage.ENCRYPT_DECRYPT);

        Refused.by(Fault.InvalidKeyUsageException, () -> desk.call(GenerateDataKey.Request.aes256(rsa, Map.of())));
    }

    @ParameterizedTest
    @EnumSource(value = KeySpec.class, names = {"ECC_NIST_P256", "HMAC_256"})
    void keysOfOtherUsagesMakeNoDataKeys(KeySpec spec) {
        KeyUsage usage = spec == KeySpec.HMAC_256 ? KeyUsage.GENERATE_VERIFY_MAC : KeyUsage.SIGN_VERIFY;
        String other = desk.createKey(spec, usage);

        Refused.with(
                        Fault.InvalidKeyUsageException,
                        Desk.arn(other) + " key usage is " + usage + " which is not valid for GenerateDataKey.")
                .when(() -> desk.call(GenerateDataKey.Request.aes256(other, Map.of())));
    }

    @Test
    void randomBytesNeedANumber() {
        Refused.with(Fault.ValidationException, "NumberOfBytes is required.")
                .when(() -> desk.call(new GenerateRandom.Request(Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"0, greater than or equal to 1", "1025, less than or equal to 1024"})
    void theNumberIsBounded(int number, String bound) {
        Refused.with(
                        Fault.ValidationException,
                        "1 validation error detected: Value '" + number + "' at 'numberOfBytes' failed to satisfy "
                                + "constraint: Member must have value " + bound)
                .when(() -> desk.call(GenerateRandom.Request.of(number)));
    }

    @Test
    void randomBytesAreAsManyAsAskedAndNotTheSameTwice() {
        var one = desk.call(GenerateRandom.Request.of(1024)).plaintext();

        assertThat(one.length()).isEqualTo(1024);
        assertThat(one.sameAs(desk.call(GenerateRandom.Request.of(1024)).plaintext())).isFalse();
    }

    private Blob seal(String text) {
        return desk.call(Encrypt.Request.of(key, Desk.secret(text), CONTEXT)).ciphertextBlob();
    }
}
