package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.Fault;
import app.keyhold.kms.key.RecipientInfo;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.encryption.GenerateDataKeyWithoutPlaintext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataKeyTest {
    private static final Map<String, String> CONTEXT = Map.of("Department", "Payroll", "Year", "2026");

    private final Desk desk = new Desk();
    private final String key = desk.createKey();

    @AfterEach
    void close() {
        desk.close();
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
        Blob ciphertext = desk.call(GenerateDataKeyWithoutPlaintext.Request.ofLength(key, length, Map.of()))
                .ciphertextBlob();

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
    void thereIsNoEnclaveToAnswerTo() {
        var toEnclave = new GenerateDataKey.Request(Optional.empty(), Map.of(), List.of(), key, Optional.of("AES_256"),
                Optional.empty(), Optional.of(new RecipientInfo(Optional.empty(), Optional.empty())));

        Refused.by(Fault.UnsupportedOperationException, () -> desk.call(toEnclave));
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
}
