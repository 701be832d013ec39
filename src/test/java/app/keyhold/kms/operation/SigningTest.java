package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MessageType;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.Fault;
import app.keyhold.crypto.KeyAgreementAlgorithm;
import app.keyhold.kms.operation.signing.GetPublicKey;
import app.keyhold.kms.operation.signing.Sign;
import app.keyhold.kms.operation.signing.Verify;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@BesideOthers
class SigningTest {
    private static final Blob MESSAGE = Desk.blob("Sealed at the desk");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RSA_2048, RSASSA_PSS_SHA_256", "RSA_2048, RSASSA_PKCS1_V1_5_SHA_512", "ECC_NIST_P256, ECDSA_SHA_256",
        "ECC_NIST_P384, ECDSA_SHA_384", "ECC_NIST_P521, ECDSA_SHA_512", "ECC_SECG_P256K1, ECDSA_SHA_256",
        "ECC_NIST_EDWARDS25519, ED25519_SHA_512", "SM2, SM2DSA", "ML_DSA_44, ML_DSA_SHAKE_256",
        "ML_DSA_65, ML_DSA_SHAKE_256", "ML_DSA_87, ML_DSA_SHAKE_256"
    })
    void aSignatureVerifies(KeySpec spec, SigningAlgorithm algorithm) {
        String key = desk.createKey(spec, KeyUsage.SIGN_VERIFY);
        var signed = desk.call(Sign.Request.of(key, MESSAGE, algorithm));

        var verified = desk.call(Verify.Request.of(key, MESSAGE, signed.signature(), algorithm));

        assertThat(signed.keyId()).isEqualTo(Desk.arn(key));
        assertThat(signed.signingAlgorithm()).isEqualTo(algorithm);
        assertThat(verified.signatureValid()).isTrue();
    }

    @Test
    void aWrongSignatureIsInvalidWithoutAWord() {
        String key = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);
        Blob signature = desk.call(Sign.Request.of(key, MESSAGE, SigningAlgorithm.ECDSA_SHA_256)).signature();
        var invalid = Refused.silently(Fault.KMSInvalidSignatureException);

        invalid.when(() -> desk.call(
                Verify.Request.of(key, Desk.blob("another"), signature, SigningAlgorithm.ECDSA_SHA_256)));
        invalid.when(() -> desk.call(
                Verify.Request.of(key, MESSAGE, Desk.blob("no signature"), SigningAlgorithm.ECDSA_SHA_256)));
    }

    @ParameterizedTest
    @CsvSource({
        "ECC_NIST_P256, ECDSA_SHA_256", "ECC_NIST_P384, ECDSA_SHA_384", "ECC_NIST_EDWARDS25519, ED25519_PH_SHA_512",
        "SM2, SM2DSA"
    })
    void aDigestMustBeAsLongAsTheHash(KeySpec spec, SigningAlgorithm algorithm) {
        String key = desk.createKey(spec, KeyUsage.SIGN_VERIFY);
        var refusal = Refused.with(
                Fault.ValidationException, "Digest is invalid length for algorithm " + algorithm + ".");

        refusal.when(() -> desk.call(Sign.Request.of(key, MESSAGE, MessageType.DIGEST, algorithm)));
        refusal.when(() -> desk.call(Verify.Request.of(key, MESSAGE, MessageType.DIGEST, MESSAGE, algorithm)));
    }

    @Test
    void anExternalMuHas64Bytes() {
        String key = desk.createKey(KeySpec.ML_DSA_65, KeyUsage.SIGN_VERIFY);
        var algorithm = SigningAlgorithm.ML_DSA_SHAKE_256;
        Blob mu = Blob.of(new byte[64]);
        Blob signature = desk.call(Sign.Request.of(key, mu, MessageType.EXTERNAL_MU, algorithm)).signature();

        assertThat(desk.call(Verify.Request.of(key, mu, MessageType.EXTERNAL_MU, signature, algorithm)).signatureValid())
                .isTrue();
        Refused.with(Fault.ValidationException, "Digest is invalid length for algorithm ML_DSA_SHAKE_256.")
                .when(() -> desk.call(Sign.Request.of(key, MESSAGE, MessageType.EXTERNAL_MU, algorithm)));
    }

    @ParameterizedTest
    @CsvSource({
        "ML_DSA_44, ML_DSA_SHAKE_256, DIGEST", "SM2, SM2DSA, EXTERNAL_MU", "ECC_NIST_P256, ECDSA_SHA_256, EXTERNAL_MU",
        "RSA_2048, RSASSA_PSS_SHA_256, EXTERNAL_MU"
    })
    void onlyMlDsaKnowsMuAndItKnowsNoDigest(KeySpec spec, SigningAlgorithm algorithm, MessageType type) {
        String key = desk.createKey(spec, KeyUsage.SIGN_VERIFY);

        Refused.with(
                        Fault.ValidationException,
                        "Algorithm " + algorithm + " is incompatible with message type " + type + ".")
                .when(() -> desk.call(Sign.Request.of(key, Blob.of(new byte[64]), type, algorithm)));
    }

    @ParameterizedTest
    @CsvSource({"ED25519_SHA_512, DIGEST", "ED25519_PH_SHA_512, RAW", "ED25519_SHA_512, EXTERNAL_MU"})
    void ed25519TakesOneTypeOfMessagePerAlgorithm(SigningAlgorithm algorithm, MessageType type) {
        String key = desk.createKey(KeySpec.ECC_NIST_EDWARDS25519, KeyUsage.SIGN_VERIFY);

        Refused.by(
                Fault.ValidationException,
                () -> desk.call(Sign.Request.of(key, Blob.of(new byte[64]), type, algorithm)));
    }

    @Test
    void theAlgorithmMustFitTheSpec() {
        String key = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);

        Refused.with(
                        Fault.InvalidKeyUsageException,
                        "Algorithm ECDSA_SHA_384 is incompatible with key spec ECC_NIST_P256.")
                .when(() -> desk.call(Sign.Request.of(key, MESSAGE, SigningAlgorithm.ECDSA_SHA_384)));
    }

    @Test
    void aSymmetricKeyDoesNotSign() {
        String key = desk.createKey();

        Refused.with(
                        Fault.InvalidKeyUsageException,
                        Desk.arn(key) + " key usage is ENCRYPT_DECRYPT which is not valid for Sign.")
                .when(() -> desk.call(Sign.Request.of(key, MESSAGE, SigningAlgorithm.ECDSA_SHA_256)));
        Refused.with(
                        Fault.InvalidKeyUsageException,
                        Desk.arn(key) + " key usage is ENCRYPT_DECRYPT which is not valid for Verify.")
                .when(() -> desk.call(Verify.Request.of(key, MESSAGE, MESSAGE, SigningAlgorithm.ECDSA_SHA_256)));
    }

    @Test
    void aMessageHas4096BytesAtMost() {
        String key = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);

        Refused.by(Fault.ValidationException, () -> desk.call(
                Sign.Request.of(key, Blob.of(new byte[4097]), SigningAlgorithm.ECDSA_SHA_256)));
    }

    @Test
    void thePublicKeyComesWithWhatItIsFor() {
        String key = desk.createKey(KeySpec.ECC_NIST_P384, KeyUsage.SIGN_VERIFY);

        var answer = desk.call(GetPublicKey.Request.of(key));

        assertThat(answer.keySpec()).isEqualTo(KeySpec.ECC_NIST_P384);
        assertThat(answer.customerMasterKeySpec()).isEqualTo("ECC_NIST_P384");
        assertThat(answer.keyUsage()).isEqualTo(KeyUsage.SIGN_VERIFY);
        assertThat(answer.signingAlgorithms().orElseThrow()).containsExactly(SigningAlgorithm.ECDSA_SHA_384);
        assertThat(answer.encryptionAlgorithms()).isEqualTo(Optional.empty());
        assertThat(desk.stored(key).currentMaterial().publicKey()).contains(answer.publicKey());
    }

    @Test
    void aKeyAgreementKeyShowsItsPublicHalf() {
        String key = desk.createKey(KeySpec.ECC_NIST_P521, KeyUsage.KEY_AGREEMENT);

        var answer = desk.call(GetPublicKey.Request.of(key));

        assertThat(answer.keyAgreementAlgorithms().orElseThrow()).containsExactly(KeyAgreementAlgorithm.ECDH);
        assertThat(answer.signingAlgorithms()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = KeySpec.class, names = {"SYMMETRIC_DEFAULT", "HMAC_256"})
    void secretKeysHaveNoPublicHalf(KeySpec spec) {
        String key = desk.createKey(spec, spec.usages().iterator().next());

        Refused.by(Fault.UnsupportedOperationException, () -> desk.call(GetPublicKey.Request.of(key)));
    }
}
