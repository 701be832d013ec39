package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeyGeneration;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.MessageType;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.DataKeyPairSpec;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.agreement.Decapsulate;
import app.keyhold.kms.operation.agreement.DeriveSharedSecret;
import app.keyhold.kms.operation.agreement.Encapsulate;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.encryption.GenerateDataKeyPair;
import app.keyhold.kms.operation.encryption.GenerateDataKeyPairWithoutPlaintext;
import app.keyhold.kms.operation.encryption.GenerateDataKeyWithoutPlaintext;
import app.keyhold.kms.operation.mac.GenerateMac;
import app.keyhold.kms.operation.mac.VerifyMac;
import app.keyhold.kms.operation.signing.GetPublicKey;
import app.keyhold.kms.operation.signing.Sign;
import app.keyhold.kms.operation.signing.Verify;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every key spec in each of its usages, with every operation that uses keys, in every state.
class EveryUsageTest {
    private static final Blob MESSAGE = Desk.blob("Sealed at the desk");

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = new Desk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    static Stream<Arguments> keys() {
        return Stream.of(KeySpec.values())
                .flatMap(spec -> spec.usages().stream().sorted().map(usage -> Arguments.of(spec, usage)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void servesItsUsageAndNoOtherInTheStatesThatAllowIt(KeySpec spec, KeyUsage usage) {
        String key = desk.createKey(spec, usage);
        List<KmsRequest<?>> fitting = fitting(key, spec, usage);

        assertThat(fitting).isNotEmpty().allSatisfy(request -> assertThat(desk.call(request)).isNotNull());
        misfits(key, usage).forEach((operation, request) -> Refused.with(
                        Fault.InvalidKeyUsageException,
                        "%s key usage is %s which is not valid for %s.".formatted(Desk.arn(key), usage, operation))
                .when(() -> desk.call(request)));
        for (KeyState state : KeyState.values()) {
            desk.force(key, state);
            fitting.forEach(request -> assertThat(outcome(request))
                    .as("%s of a key that is %s", request.operation(), state)
                    .isEqualTo(
                            switch (state) {
                                case Enabled, Updating -> "ok";
                                case Disabled -> "DisabledException";
                                default -> "KMSInvalidStateException";
                            }));
        }
    }

    private static String outcome(KmsRequest<?> request) {
        KmsException refusal = catchThrowableOfType(KmsException.class, () -> desk.call(request));
        return refusal == null ? "ok" : refusal.fault().name();
    }

    private static List<KmsRequest<?>> fitting(String key, KeySpec spec, KeyUsage usage) {
        List<KmsRequest<?>> requests = new ArrayList<>(
                switch (usage) {
                    case ENCRYPT_DECRYPT -> spec.isSymmetric() ? symmetric(key) : publicKey(key, spec);
                    case SIGN_VERIFY -> signatures(key, spec);
                    case GENERATE_VERIFY_MAC -> macs(key, spec.macAlgorithms().getFirst());
                    case KEY_AGREEMENT -> List.of(DeriveSharedSecret.Request.of(
                            key, KeyGeneration.generate(spec).publicKey().orElseThrow()));
                    case ENCAPSULATE_DECAPSULATE -> {
                        Blob ciphertext = desk.call(Encapsulate.Request.of(key)).sharedSecretCiphertextBlob();
                        yield List.of(Encapsulate.Request.of(key), Decapsulate.Request.of(key, ciphertext));
                    }
                });
        if (spec.isAsymmetric()) {
            requests.add(GetPublicKey.Request.of(key));
        }
        return requests;
    }

    private static List<KmsRequest<?>> symmetric(String key) {
        Blob sealed = desk.call(Encrypt.Request.of(key, Desk.secret("x"), Map.of())).ciphertextBlob();
        return List.of(
                Encrypt.Request.of(key, Desk.secret("x"), Map.of()),
                Decrypt.Request.of(sealed, Map.of()),
                GenerateDataKey.Request.aes256(key, Map.of()),
                GenerateDataKeyWithoutPlaintext.Request.aes256(key, Map.of()),
                GenerateDataKeyPair.Request.of(key, DataKeyPairSpec.ECC_NIST_P256, Map.of()),
                GenerateDataKeyPairWithoutPlaintext.Request.of(key, DataKeyPairSpec.ECC_NIST_P256, Map.of()));
    }

    private static List<KmsRequest<?>> publicKey(String key, KeySpec spec) {
        List<KmsRequest<?>> requests = new ArrayList<>();
        for (EncryptionAlgorithm algorithm : spec.encryptionAlgorithms()) {
            var encrypt = Encrypt.Request.of(key, Desk.secret("x"), algorithm);
            requests.add(encrypt);
            requests.add(Decrypt.Request.of(key, desk.call(encrypt).ciphertextBlob(), algorithm));
        }
        return requests;
    }

    private static List<KmsRequest<?>> signatures(String key, KeySpec spec) {
        List<KmsRequest<?>> requests = new ArrayList<>();
        for (SigningAlgorithm algorithm : spec.signingAlgorithms()) {
            for (MessageType type : MessageType.values()) {
                if (algorithm.accepts(type)) {
                    Blob message = type == MessageType.RAW ? MESSAGE : Blob.of(new byte[algorithm.digestLength()]);
                    var sign = Sign.Request.of(key, message, type, algorithm);
                    requests.add(sign);
                    requests.add(Verify.Request.of(
                            key, message, type, desk.call(sign).signature(), algorithm));
                }
            }
        }
        return requests;
    }

    private static List<KmsRequest<?>> macs(String key, MacAlgorithm algorithm) {
        Blob mac = desk.call(GenerateMac.Request.of(key, MESSAGE, algorithm)).mac();
        return List.of(
                GenerateMac.Request.of(key, MESSAGE, algorithm), VerifyMac.Request.of(key, MESSAGE, mac, algorithm));
    }

    /// By name of the operation; each is well-formed.
    private static Map<String, KmsRequest<?>> misfits(String key, KeyUsage usage) {
        Map<KeyUsage, List<KmsRequest<?>>> byUsage = Map.of(
                KeyUsage.ENCRYPT_DECRYPT,
                List.of(
                        Encrypt.Request.of(key, Desk.secret("x"), Map.of()),
                        GenerateDataKey.Request.aes256(key, Map.of()),
                        GenerateDataKeyWithoutPlaintext.Request.aes256(key, Map.of()),
                        GenerateDataKeyPair.Request.of(key, DataKeyPairSpec.ECC_NIST_P256, Map.of()),
                        GenerateDataKeyPairWithoutPlaintext.Request.of(key, DataKeyPairSpec.ECC_NIST_P256, Map.of())),
                KeyUsage.SIGN_VERIFY,
                List.of(
                        Sign.Request.of(key, MESSAGE, SigningAlgorithm.ECDSA_SHA_256),
                        Verify.Request.of(key, MESSAGE, MESSAGE, SigningAlgorithm.ECDSA_SHA_256)),
                KeyUsage.GENERATE_VERIFY_MAC,
                List.of(
                        GenerateMac.Request.of(key, MESSAGE, MacAlgorithm.HMAC_SHA_256),
                        VerifyMac.Request.of(key, MESSAGE, MESSAGE, MacAlgorithm.HMAC_SHA_256)),
                KeyUsage.KEY_AGREEMENT,
                List.of(DeriveSharedSecret.Request.of(key, MESSAGE)),
                KeyUsage.ENCAPSULATE_DECAPSULATE,
                List.of(Encapsulate.Request.of(key), Decapsulate.Request.of(key, MESSAGE)));
        Map<String, KmsRequest<?>> misfits = new TreeMap<>();
        byUsage.forEach((itsUsage, requests) -> {
            if (itsUsage != usage) {
                requests.forEach(request -> misfits.put(request.operation(), request));
            }
        });
        return misfits;
    }
}
