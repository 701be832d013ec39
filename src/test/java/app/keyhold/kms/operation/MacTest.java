package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.mac.GenerateMac;
import app.keyhold.kms.operation.mac.VerifyMac;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MacTest {
    private static final Blob MESSAGE = Desk.blob("Sealed at the desk");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "HMAC_224, HMAC_SHA_224, 28", "HMAC_256, HMAC_SHA_256, 32", "HMAC_384, HMAC_SHA_384, 48",
        "HMAC_512, HMAC_SHA_512, 64"
    })
    void aMacVerifies(KeySpec spec, MacAlgorithm algorithm, int bytes) {
        String key = desk.createKey(spec, KeyUsage.GENERATE_VERIFY_MAC);
        var made = desk.call(GenerateMac.Request.of(key, MESSAGE, algorithm));

        assertThat(made.mac().size()).isEqualTo(bytes);
        assertThat(made.keyId()).isEqualTo(Desk.arn(key));
        assertThat(desk.call(VerifyMac.Request.of(key, MESSAGE, made.mac(), algorithm)).macValid()).isTrue();
    }

    @Test
    void aWrongMacIsInvalidWithoutAWord() {
        String key = macKey();
        Blob mac = desk.call(GenerateMac.Request.of(key, MESSAGE, MacAlgorithm.HMAC_SHA_256)).mac();

        Refused.silently(Fault.KMSInvalidMacException)
                .when(() -> desk.call(VerifyMac.Request.of(key, Desk.blob("another"), mac, MacAlgorithm.HMAC_SHA_256)));
    }

    @Test
    void theAlgorithmMustFitTheSpec() {
        String key = desk.createKey(KeySpec.HMAC_224, KeyUsage.GENERATE_VERIFY_MAC);

        Refused.with(
                        Fault.InvalidKeyUsageException,
                        "Algorithm HMAC_SHA_256 is incompatible with key spec HMAC_224.")
                .when(() -> desk.call(GenerateMac.Request.of(key, MESSAGE, MacAlgorithm.HMAC_SHA_256)));
    }

    @Test
    void anUnknownAlgorithmIsRefusedByShape() {
        String key = macKey();

        Refused.with(
                        Fault.ValidationException,
                        "1 validation error detected: Value 'HMAC_MD5' at 'macAlgorithm' failed to satisfy constraint: "
                                + "Member must satisfy enum value set: "
                                + "[HMAC_SHA_224, HMAC_SHA_256, HMAC_SHA_384, HMAC_SHA_512]")
                .when(() -> desk.call(
                        new GenerateMac.Request(Optional.empty(), List.of(), key, "HMAC_MD5", MESSAGE)));
    }

    @Test
    void anEncryptionKeyMakesNoMacs() {
        String key = desk.createKey();

        Refused.with(
                        Fault.InvalidKeyUsageException,
                        Desk.arn(key) + " key usage is ENCRYPT_DECRYPT which is not valid for GenerateMac.")
                .when(() -> desk.call(GenerateMac.Request.of(key, MESSAGE, MacAlgorithm.HMAC_SHA_256)));
    }

    @Test
    void aDryRunWithAWrongMacIsNoSuccess() {
        String key = macKey();
        var dry = new VerifyMac.Request(
                Optional.of(true), List.of(), key, Desk.blob("wrong"), "HMAC_SHA_256", MESSAGE);

        Refused.silently(Fault.KMSInvalidMacException).when(() -> desk.call(dry));
    }

    private String macKey() {
        return desk.createKey(KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC);
    }
}
