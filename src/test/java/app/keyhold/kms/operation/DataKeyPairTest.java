package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Ecdh;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MessageType;
import app.keyhold.crypto.MlKem;
import app.keyhold.crypto.PublicKeyEncryption;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.Signatures;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.Fault;
import app.keyhold.kms.key.DataKeyPairSpec;
import app.keyhold.kms.key.RecipientInfo;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKeyPair;
import app.keyhold.kms.operation.encryption.GenerateDataKeyPairWithoutPlaintext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BesideOthers
class DataKeyPairTest {
    private static final Map<String, String> CONTEXT = Map.of("Department", "Payroll", "Year", "2026");

    private final Desk desk = new Desk();
    private final String key = desk.createKey();

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource(DataKeyPairSpec.class)
    void aPairComesWithItsPrivateKeyInPlainAndSealed(DataKeyPairSpec spec) throws Exception {
        var pair = desk.call(GenerateDataKeyPair.Request.of(key, spec, CONTEXT));
        var opened = desk.call(Decrypt.Request.of(pair.privateKeyCiphertextBlob(), CONTEXT));

        assertThat(opened.plaintext().sameAs(pair.privateKeyPlaintext())).isTrue();
        assertThat(belongTogether(spec.keySpec(), pair.privateKeyPlaintext(), pair.publicKey())).isTrue();
        assertThat(pair.keyPairSpec()).isEqualTo(spec);
        assertThat(pair.keyId()).isEqualTo(Desk.arn(key));
        assertThat(pair.keyMaterialId()).contains(desk.stored(key).currentMaterial().id());
        assertThat(pair.ciphertextForRecipient()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = DataKeyPairSpec.class, names = {"RSA_3072", "RSA_4096"}, mode = EnumSource.Mode.EXCLUDE)
    void aPairComesWithItsPrivateKeySealedAlone(DataKeyPairSpec spec) throws Exception {
        var pair = desk.call(GenerateDataKeyPairWithoutPlaintext.Request.of(key, spec, CONTEXT));
        var opened = desk.call(Decrypt.Request.of(pair.privateKeyCiphertextBlob(), CONTEXT));

        assertThat(belongTogether(spec.keySpec(), opened.plaintext(), pair.publicKey())).isTrue();
        assertThat(pair.keyPairSpec()).isEqualTo(spec);
        assertThat(pair.keyMaterialId()).contains(desk.stored(key).currentMaterial().id());
    }

    @Test
    void noTwoPairsAreTheSame() {
        var request = GenerateDataKeyPair.Request.of(key, DataKeyPairSpec.ECC_NIST_EDWARDS25519, Map.of());

        assertThat(desk.call(request).publicKey()).isNotEqualTo(desk.call(request).publicKey());
    }

    @Test
    void theSealedPrivateKeyIsBoundToItsContext() {
        var pair = desk.call(GenerateDataKeyPairWithoutPlaintext.Request.of(key, DataKeyPairSpec.SM2, CONTEXT));

        Refused.silently(Fault.InvalidCiphertextException)
                .when(() -> desk.call(Decrypt.Request.of(pair.privateKeyCiphertextBlob(), Map.of())));
    }

    @Test
    void pairsAreMadeUnderSymmetricKeysAlone() {
        String rsa = desk.createKey(KeySpec.RSA_2048, KeyUsage.ENCRYPT_DECRYPT);

        Refused.by(Fault.InvalidKeyUsageException, () -> desk.call(
                GenerateDataKeyPair.Request.of(rsa, DataKeyPairSpec.ECC_NIST_P256, Map.of())));
        Refused.by(Fault.InvalidKeyUsageException, () -> desk.call(
                GenerateDataKeyPairWithoutPlaintext.Request.of(rsa, DataKeyPairSpec.ECC_NIST_P256, Map.of())));
    }

    @Test
    void aSpecThatMakesNoPairsIsRefusedByShape() {
        var request = new GenerateDataKeyPair.Request(
                Optional.empty(), Map.of(), List.of(), key, "SYMMETRIC_DEFAULT", Optional.empty());

        Refused.by(Fault.ValidationException, () -> desk.call(request));
    }

    @Test
    void aDryRunMakesNoPair() {
        var request = new GenerateDataKeyPair.Request(
                Optional.of(true), Map.of(), List.of(), key, "ECC_NIST_P256", Optional.empty());

        Refused.by(Fault.DryRunOperationException, () -> desk.call(request));
    }

    @Test
    void thereIsNoEnclaveToAnswerTo() {
        var toEnclave = new GenerateDataKeyPair.Request(
                Optional.empty(), Map.of(), List.of(), key, "ECC_NIST_P256",
                Optional.of(new RecipientInfo(Optional.empty(), Optional.empty())));

        Refused.by(Fault.UnsupportedOperationException, () -> desk.call(toEnclave));
    }

    /// What the private key does, the public key undoes.
    private static boolean belongTogether(KeySpec spec, SecretBytes privateKey, Blob publicKey) throws Exception {
        return switch (spec.family()) {
            case RSA, EC, EDWARDS -> {
                SigningAlgorithm algorithm = spec.signingAlgorithms().getFirst();
                Blob message = Desk.blob("message");
                yield Signatures.verify(
                        spec,
                        algorithm,
                        MessageType.RAW,
                        publicKey,
                        message,
                        Signatures.sign(spec, algorithm, MessageType.RAW, privateKey, message));
            }
            case SM2 -> {
                Blob sealed = PublicKeyEncryption.encrypt(EncryptionAlgorithm.SM2PKE, publicKey, Desk.secret("x"));
                yield Ecdh.derive(spec, privateKey, publicKey).length() == 32
                        && PublicKeyEncryption.decrypt(EncryptionAlgorithm.SM2PKE, privateKey, sealed)
                                .sameAs(Desk.secret("x"));
            }
            case ML_KEM -> {
                MlKem.Encapsulated made = MlKem.encapsulate(publicKey);
                yield MlKem.decapsulate(spec, privateKey, made.ciphertext()).sameAs(made.sharedSecret());
            }
            case AES, HMAC, ML_DSA -> throw new IllegalArgumentException(spec + " makes no data key pairs");
        };
    }
}
