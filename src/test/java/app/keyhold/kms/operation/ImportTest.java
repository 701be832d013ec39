package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.WrappingAlgorithm;
import app.keyhold.kms.Fault;
import app.keyhold.kms.key.ExpirationModel;
import app.keyhold.kms.key.ImportState;
import app.keyhold.kms.key.ImportType;
import app.keyhold.kms.key.IncludeKeyMaterial;
import app.keyhold.kms.key.KeyMaterialState;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.WrappingKeySpec;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.imported.DeleteImportedKeyMaterial;
import app.keyhold.kms.operation.imported.GetParametersForImport;
import app.keyhold.kms.operation.imported.ImportKeyMaterial;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.mac.GenerateMac;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import app.keyhold.kms.operation.rotation.GetKeyRotationStatus;
import app.keyhold.kms.operation.rotation.ListKeyRotations;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class ImportTest {
    private static final byte[] FIRST = bytes(1);
    private static final byte[] SECOND = bytes(2);
    private static final byte[] THIRD = bytes(3);

    private final Desk desk = new Desk();
    private final String key = desk.createExternalKey(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
    private final Importer importer = Importer.of(desk, key);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aKeyOfExternalOriginWaitsForItsMaterial() {
        assertThat(described()).satisfies(metadata -> {
            assertThat(metadata.keyState()).isEqualTo(KeyState.PendingImport);
            assertThat(metadata.enabled()).isFalse();
            assertThat(metadata.expirationModel()).isEmpty();
            assertThat(metadata.currentKeyMaterialId()).isEmpty();
        });
        Refused.with(Fault.KMSInvalidStateException, Desk.arn(key) + " is pending import.").when(this::encrypt);
    }

    @ParameterizedTest
    @EnumSource(value = WrappingAlgorithm.class, mode = EnumSource.Mode.MATCH_ANY, names = "RSA.*SHA.*")
    void materialComesInUnderEveryWrappingAlgorithm(WrappingAlgorithm algorithm) {
        new Importer(desk.owner(), key, algorithm, WrappingKeySpec.RSA_2048).send(FIRST);

        assertThat(desk.materialHex(key)).isEqualTo(HexFormat.of().formatHex(FIRST));
        assertThat(described().keyState()).isEqualTo(KeyState.Enabled);
    }

    @ParameterizedTest
    @EnumSource(value = WrappingKeySpec.class, names = "RSA.*", mode = EnumSource.Mode.MATCH_ANY)
    void materialComesInUnderEveryRsaWrappingKey(WrappingKeySpec spec) {
        new Importer(desk.owner(), key, WrappingAlgorithm.RSA_AES_KEY_WRAP_SHA_256, spec).send(FIRST);

        assertThat(desk.materialHex(key)).isEqualTo(HexFormat.of().formatHex(FIRST));
    }

    @ParameterizedTest
    @CsvSource({"RSAES_PKCS1_V1_5, RSA_2048", "SM2PKE, SM2", "RSAES_OAEP_SHA_256, SM2"})
    void otherWaysOfWrappingAreNotProvided(String algorithm, String spec) {
        Refused.by(
                Fault.UnsupportedOperationException,
                () -> desk.call(new GetParametersForImport.Request(key, algorithm, spec)));
    }

    @Test
    void parametersAreGoodForADay() {
        assertThat(importer.parameters().parametersValidTo()).isEqualTo(Desk.START.plus(Duration.ofHours(24)));
    }

    @Test
    void aKeyThatMakesItsOwnMaterialTakesNone() {
        String own = desk.createKey();
        Refused.with(
                        Fault.UnsupportedOperationException,
                        Desk.arn(own) + " origin is AWS_KMS which is not valid for this operation.")
                .when(() -> Importer.of(desk, own).parameters());
    }

    @Test
    void hmacMaterialGivesTheSameMacsAsElsewhere() throws Exception {
        String macKey = desk.createExternalKey(KeySpec.HMAC_384, KeyUsage.GENERATE_VERIFY_MAC);
        byte[] material = new byte[48];
        Arrays.fill(material, (byte) 7);
        ImportKeyMaterial.Response answer = Importer.of(desk, macKey).send(material);
        Mac elsewhere = Mac.getInstance("HmacSHA384");
        elsewhere.init(new SecretKeySpec(material, "HmacSHA384"));

        assertThat(desk.call(GenerateMac.Request.of(macKey, Desk.blob("message"), MacAlgorithm.HMAC_SHA_384))
                        .mac())
                .isEqualTo(Blob.of(elsewhere.doFinal("message".getBytes())));
        assertThat(answer.keyMaterialId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 31, 33})
    void materialOfAnotherLengthIsNone(int length) {
        Refused.by(Fault.IncorrectKeyMaterialException, () -> importer.send(new byte[length]));
        assertThat(described().keyState()).isEqualTo(KeyState.PendingImport);
    }

    @Test
    void materialThatWasNotWrappedForThisKeyIsInvalid() {
        GetParametersForImport.Response own = importer.parameters();
        Blob wrapped = importer.wrapped(importer.parameters().publicKey(), FIRST);

        Refused.silently(Fault.InvalidCiphertextException)
                .when(() -> desk.call(ImportKeyMaterial.Request.of(key, own.importToken(), wrapped)));
    }

    @Test
    void anyChangedByteOfTheTokenMakesItInvalid() {
        GetParametersForImport.Response parameters = importer.parameters();
        Blob wrapped = importer.wrapped(parameters.publicKey(), FIRST);
        byte[] token = parameters.importToken().toByteArray();
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            Refused.by(
                    Fault.InvalidImportTokenException,
                    () -> desk.call(ImportKeyMaterial.Request.of(key, Blob.of(changed), wrapped)));
        }
    }

    @Test
    void aTokenOfAnotherKeyIsInvalid() {
        String other = desk.createExternalKey(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
        ImportKeyMaterial.Request forOther = Importer.of(desk, other).request(FIRST);

        Refused.by(
                Fault.InvalidImportTokenException,
                () -> desk.call(ImportKeyMaterial.Request.of(
                        key, forOther.importToken(), forOther.encryptedKeyMaterial())));
    }

    @Test
    void anOldTokenHasExpired() {
        ImportKeyMaterial.Request late = importer.request(FIRST);
        desk.turnClock(Duration.ofHours(24));

        Refused.by(Fault.ExpiredImportTokenException, () -> desk.call(late));
    }

    @Test
    void theSameImportMayBeSentAgain() {
        ImportKeyMaterial.Request request = importer.request(FIRST);

        assertThat(desk.call(request)).isEqualTo(desk.call(request));
    }

    @Test
    void expiringIsTheDefaultAndNeedsADate() {
        Refused.with(
                        Fault.ValidationException,
                        "A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES")
                .when(() -> desk.call(with(importer.request(FIRST), Optional.empty(), Optional.empty())));
    }

    @Test
    void materialLastsAYearAtMost() {
        Instant tooLate = Desk.START.plus(Duration.ofDays(365)).plusMillis(1);
        Refused.by(
                Fault.ValidationException,
                () -> desk.call(with(importer.request(FIRST), Optional.empty(), Optional.of(tooLate))));
    }

    @Test
    void metadataTellsUntilWhenMaterialIsGood() {
        Instant end = Desk.START.plus(Duration.ofDays(90));
        String id = desk.call(with(importer.request(FIRST), Optional.empty(), Optional.of(end)))
                .keyMaterialId()
                .orElseThrow();

        assertThat(described()).satisfies(metadata -> {
            assertThat(metadata.expirationModel()).contains(ExpirationModel.KEY_MATERIAL_EXPIRES);
            assertThat(metadata.validTo()).contains(end);
            assertThat(metadata.currentKeyMaterialId()).contains(id);
        });
    }

    @Test
    void expiredMaterialIsOfNoUseFromThatMoment() {
        Instant end = Desk.START.plus(Duration.ofDays(90));
        desk.call(with(importer.request(FIRST), Optional.empty(), Optional.of(end)));
        Encrypt.Response sealed = encrypt();
        desk.turnClock(Duration.ofDays(90));

        Refused.with(Fault.KMSInvalidStateException, Desk.arn(key) + " is pending import.")
                .when(() -> desk.call(Decrypt.Request.of(sealed.ciphertextBlob(), Map.of())));
        assertThat(described().keyState()).isEqualTo(KeyState.PendingImport);
    }

    @Test
    void expiredMaterialThatComesBackOpensWhatItSealed() {
        Instant end = Desk.START.plus(Duration.ofDays(90));
        desk.call(with(importer.request(FIRST), Optional.empty(), Optional.of(end)));
        Encrypt.Response sealed = encrypt();
        desk.turnClock(Duration.ofDays(91));
        importer.send(FIRST);

        assertThat(Desk.text(desk.call(Decrypt.Request.of(sealed.ciphertextBlob(), Map.of())).plaintext()))
                .isEqualTo("x");
    }

    @Test
    void deletedMaterialLeavesItsIdAndNothingElse() {
        String id = importer.send(FIRST).keyMaterialId().orElseThrow();

        assertThat(desk.call(DeleteImportedKeyMaterial.Request.of(key)))
                .isEqualTo(new DeleteImportedKeyMaterial.Response(Desk.arn(key), Optional.of(id)));
        assertThat(described()).satisfies(metadata -> {
            assertThat(metadata.keyState()).isEqualTo(KeyState.PendingImport);
            assertThat(metadata.expirationModel()).isEmpty();
            assertThat(metadata.currentKeyMaterialId()).contains(id);
        });
        assertThat(desk.stored(key).currentMaterial().isAbsent()).isTrue();
    }

    @Test
    void onlyTheSameMaterialComesBack() {
        importer.send(FIRST);
        desk.call(DeleteImportedKeyMaterial.Request.of(key));

        Refused.by(Fault.IncorrectKeyMaterialException, () -> importer.send(SECOND));
        importer.send(FIRST);
        assertThat(described().keyState()).isEqualTo(KeyState.Enabled);
    }

    @Test
    void theIdOfMaterialTellsNothingToWhoGuessesIt() throws Exception {
        String id = importer.send(FIRST).keyMaterialId().orElseThrow();
        String other = desk.createExternalKey(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);

        assertThat(id)
                .isNotEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(FIRST)));
        assertThat(Importer.of(desk, other).send(FIRST).keyMaterialId()).isNotEqualTo(Optional.of(id));
    }

    @Test
    void newMaterialWaitsForARotation() {
        String first = importer.send(FIRST).keyMaterialId().orElseThrow();
        Encrypt.Response sealed = encrypt();
        String second = sendNew(SECOND);
        assertThat(described().currentKeyMaterialId()).contains(first);
        assertThat(materialStates()).containsExactly(KeyMaterialState.CURRENT, KeyMaterialState.PENDING_ROTATION);

        desk.call(new RotateKeyOnDemand.Request(key));

        assertThat(described().currentKeyMaterialId()).contains(second);
        assertThat(materialStates()).containsExactly(KeyMaterialState.NON_CURRENT, KeyMaterialState.CURRENT);
        assertThat(desk.call(Decrypt.Request.of(sealed.ciphertextBlob(), Map.of())).keyMaterialId())
                .contains(first);
        assertThat(desk.call(Decrypt.Request.of(encrypt().ciphertextBlob(), Map.of())).keyMaterialId())
                .contains(second);
    }

    @Test
    void onlyOneMaterialWaitsAtATime() {
        importer.send(FIRST);
        String second = sendNew(SECOND);

        assertThat(refusalOfThird())
                .isEqualTo("New key material (id: ?) cannot be imported into KMS key " + Desk.arn(key)
                        + ", because another key material (id: " + second + ") is pending rotation.");
    }

    @Test
    void withoutMaterialInWaitingThereIsNoRotation() {
        importer.send(FIRST);
        Refused.with(
                        Fault.KMSInvalidStateException,
                        "No available key material pending rotation for the key: " + Desk.arn(key) + ".")
                .when(() -> desk.call(new RotateKeyOnDemand.Request(key)));
    }

    @Test
    void materialInWaitingThatIsDeletedMakesRoomForAnother() {
        importer.send(FIRST);
        String second = sendNew(SECOND);
        desk.call(new DeleteImportedKeyMaterial.Request(key, Optional.of(second)));

        assertThat(described().keyState()).isEqualTo(KeyState.Enabled);
        assertThat(sendNew(THIRD)).isNotEqualTo(second);
    }

    @Test
    void aKeyNeedsAllItsMaterials() {
        String first = importer.send(FIRST).keyMaterialId().orElseThrow();
        sendNew(SECOND);
        desk.call(new RotateKeyOnDemand.Request(key));
        desk.call(new DeleteImportedKeyMaterial.Request(key, Optional.of(first)));

        assertThat(described().keyState()).isEqualTo(KeyState.PendingImport);
        assertThat(desk.call(ListKeyRotations.Request.of(key, IncludeKeyMaterial.ALL_KEY_MATERIAL)).rotations())
                .extracting(ListKeyRotations.RotationsListEntry::importState)
                .containsExactly(Optional.of(ImportState.PENDING_IMPORT), Optional.of(ImportState.IMPORTED));
    }

    @Test
    void importedMaterialDoesNotRotateByItself() {
        importer.send(FIRST);
        String words = Desk.arn(key) + " origin is EXTERNAL which is not valid for this operation.";
        Refused.with(Fault.UnsupportedOperationException, words)
                .when(() -> desk.call(EnableKeyRotation.Request.of(key)));
        Refused.with(Fault.UnsupportedOperationException, words)
                .when(() -> desk.call(new GetKeyRotationStatus.Request(key)));
    }

    @Test
    void anImportIntoADisabledKeyLeavesItDisabled() {
        importer.send(FIRST);
        desk.call(new DisableKey.Request(key));
        importer.send(FIRST);

        assertThat(described().keyState()).isEqualTo(KeyState.Disabled);
    }

    @Test
    void aKeyWithoutMaterialWaitsForItAlsoAfterACancelledDeletion() {
        desk.call(ScheduleKeyDeletion.Request.of(key));
        desk.call(new CancelKeyDeletion.Request(key));

        assertThat(described().keyState()).isEqualTo(KeyState.PendingImport);
    }

    @ParameterizedTest
    @EnumSource(value = KeySpec.class, names = {"ML_DSA_65", "ML_KEM_768"})
    void someSpecsCannotBeBroughtAlong(KeySpec spec) {
        Refused.by(
                Fault.UnsupportedOperationException,
                () -> desk.createExternalKey(spec, spec.usages().iterator().next()));
    }

    private KeyMetadata described() {
        return desk.call(DescribeKey.Request.of(key)).keyMetadata();
    }

    private Encrypt.Response encrypt() {
        return desk.call(Encrypt.Request.of(key, Desk.secret("x"), Map.of()));
    }

    private String sendNew(byte[] material) {
        return desk.call(newMaterial(material)).keyMaterialId().orElseThrow();
    }

    private ImportKeyMaterial.Request newMaterial(byte[] material) {
        ImportKeyMaterial.Request plain = importer.request(material);
        return new ImportKeyMaterial.Request(
                plain.encryptedKeyMaterial(),
                plain.expirationModel(),
                plain.importToken(),
                Optional.of(ImportType.NEW_KEY_MATERIAL.name()),
                plain.keyId(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private String refusalOfThird() {
        return catchThrowable(() -> desk.call(newMaterial(THIRD)))
                .getMessage()
                .replaceFirst("id: [0-9a-f]{64}", "id: ?");
    }

    private List<KeyMaterialState> materialStates() {
        return desk.call(ListKeyRotations.Request.of(key, IncludeKeyMaterial.ALL_KEY_MATERIAL)).rotations().stream()
                .map(entry -> entry.keyMaterialState().orElseThrow())
                .toList();
    }

    private static ImportKeyMaterial.Request with(
            ImportKeyMaterial.Request plain, Optional<String> model, Optional<Instant> validTo) {
        return new ImportKeyMaterial.Request(
                plain.encryptedKeyMaterial(),
                model,
                plain.importToken(),
                plain.importType(),
                plain.keyId(),
                plain.keyMaterialDescription(),
                plain.keyMaterialId(),
                validTo);
    }

    private static byte[] bytes(int value) {
        byte[] material = new byte[32];
        Arrays.fill(material, (byte) value);
        return material;
    }
}
