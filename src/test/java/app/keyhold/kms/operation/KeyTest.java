package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.Fault;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.EnableKey;
import app.keyhold.kms.operation.key.ListKeys;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.key.UpdateKeyDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aSymmetricKeyAnswersItsMetadata() {
        KeyMetadata metadata = desk.call(CreateKey.Request.symmetric("Payroll")).keyMetadata();

        assertThat(metadata.awsAccountId()).isEqualTo(Desk.ACCOUNT);
        assertThat(metadata.arn()).isEqualTo(Desk.arn(metadata.keyId()));
        assertThat(metadata.creationDate()).isEqualTo(Desk.START);
        assertThat(metadata.description()).isEqualTo("Payroll");
        assertThat(metadata.enabled()).isTrue();
        assertThat(metadata.keyManager()).isEqualTo(KeyManager.CUSTOMER);
        assertThat(metadata.origin()).isEqualTo(KeyOrigin.AWS_KMS);
        assertThat(metadata.customerMasterKeySpec()).isEqualTo("SYMMETRIC_DEFAULT");
        assertThat(metadata.currentKeyMaterialId().orElseThrow()).matches("[0-9a-f]{64}");
        assertThat(metadata.multiRegion()).isFalse();
        assertThat(metadata.multiRegionConfiguration()).isEmpty();
        assertThat(metadata.deletionDate()).isEmpty();
    }

    @Test
    void aKeyWithoutAnyParameterIsSymmetric() {
        KeyMetadata metadata = desk.call(bare(Optional.empty(), Optional.empty())).keyMetadata();

        assertThat(metadata.keySpec()).isEqualTo(KeySpec.SYMMETRIC_DEFAULT);
        assertThat(metadata.keyUsage()).isEqualTo(KeyUsage.ENCRYPT_DECRYPT);
        assertThat(metadata.description()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SYMMETRIC_DEFAULT, ENCRYPT_DECRYPT, encryption", "RSA_2048, ENCRYPT_DECRYPT, encryption",
        "RSA_2048, SIGN_VERIFY, signing", "ECC_NIST_P256, SIGN_VERIFY, signing",
        "ECC_NIST_P384, KEY_AGREEMENT, agreement", "ECC_SECG_P256K1, SIGN_VERIFY, signing",
        "ECC_NIST_EDWARDS25519, SIGN_VERIFY, signing", "HMAC_224, GENERATE_VERIFY_MAC, mac"
    })
    void metadataListsTheAlgorithmsOfItsUsageAlone(KeySpec spec, KeyUsage usage, String listed) {
        KeyMetadata metadata = desk.call(CreateKey.Request.of(spec, usage, "")).keyMetadata();

        assertThat(metadata.encryptionAlgorithms().isPresent()).isEqualTo(listed.equals("encryption"));
        assertThat(metadata.signingAlgorithms().isPresent()).isEqualTo(listed.equals("signing"));
        assertThat(metadata.keyAgreementAlgorithms().isPresent()).isEqualTo(listed.equals("agreement"));
        assertThat(metadata.macAlgorithms().isPresent()).isEqualTo(listed.equals("mac"));
        assertThat(metadata.currentKeyMaterialId().isPresent()).isEqualTo(spec == KeySpec.SYMMETRIC_DEFAULT);
    }

    @Test
    void onlySymmetricKeysMayLeaveTheUsageOut() {
        Refused.with(
                        Fault.ValidationException,
                        "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.")
                .when(() -> desk.call(bare(Optional.of("RSA_2048"), Optional.empty())));
    }

    @Test
    void usageMustFitTheSpec() {
        Refused.with(Fault.ValidationException, "KeyUsage KEY_AGREEMENT is not compatible with KeySpec RSA_2048")
                .when(() -> desk.call(bare(Optional.of("RSA_2048"), Optional.of("KEY_AGREEMENT"))));
    }

    @Test
    void theOldNameOfTheSpecStillWorks() {
        var request = new CreateKey.Request(
                Optional.empty(), Optional.empty(), Optional.of("HMAC_256"), Optional.empty(), Optional.empty(),
                Optional.of("GENERATE_VERIFY_MAC"), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                Optional.empty());

        assertThat(desk.call(request).keyMetadata().keySpec()).isEqualTo(KeySpec.HMAC_256);
    }

    @Test
    void anUnknownSpecIsRefusedByShape() {
        Refused.by(Fault.ValidationException, () -> desk.call(bare(Optional.of("AES_512"), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"SM2, SIGN_VERIFY", "ML_DSA_65, SIGN_VERIFY", "ML_KEM_768, ENCAPSULATE_DECAPSULATE"})
    void specsThatAreNotProvidedSaySo(String spec, String usage) {
        Refused.with(Fault.UnsupportedOperationException, "Keys of spec " + spec + " are not provided by this version.")
                .when(() -> desk.call(bare(Optional.of(spec), Optional.of(usage))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"})
    void originsThatAreNotProvidedSaySo(String origin) {
        var request = new CreateKey.Request(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(origin), Optional.empty(), List.of(), Optional.empty());

        Refused.by(Fault.UnsupportedOperationException, () -> desk.call(request));
    }

    @Test
    void multiRegionKeysAreNotProvidedYet() {
        var request = new CreateKey.Request(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of(true), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

        Refused.by(Fault.UnsupportedOperationException, () -> desk.call(request));
    }

    static Stream<List<Tag>> unacceptableTags() {
        return Stream.of(
                List.of(new Tag("a", "1"), new Tag("a", "2")),
                IntStream.range(0, 51).mapToObj(i -> new Tag("k" + i, "")).toList(),
                List.of(new Tag("AWS:cost", "1")));
    }

    @ParameterizedTest
    @MethodSource("unacceptableTags")
    void tagsMustBeAcceptable(List<Tag> tags) {
        Refused.by(Fault.TagException, () -> desk.call(CreateKey.Request.symmetric("").withTags(tags)));
    }

    @Test
    void aRefusedCreationLeavesNoKey() {
        Refused.by(Fault.TagException, () -> desk.call(
                CreateKey.Request.symmetric("").withTags(List.of(new Tag("aws:x", "")))));

        assertThat(desk.call(ListKeys.Request.firstPage()).keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake-key-id", "1234abcd12ab34cd56ef1234567890ab", "mrk-fake-key-id"})
    void whatIsNoKeyIdIsInvalid(String id) {
        Refused.with(Fault.NotFoundException, "Invalid keyId '" + id + "'")
                .when(() -> desk.call(DescribeKey.Request.of(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234abcd-12ab-34cd-56ef-1234567890ab", "mrk-1234abcd12ab34cd56ef1234567890ab"})
    void aWellFormedIdOfNoKeyDoesNotExist(String id) {
        Refused.with(Fault.NotFoundException, "Key '" + Desk.arn(id) + "' does not exist")
                .when(() -> desk.call(DescribeKey.Request.of(id)));
    }

    @Test
    void anArnOfAnotherRegionIsInvalid() {
        Refused.with(Fault.NotFoundException, "Invalid arn eu-west-1")
                .when(() -> desk.call(DescribeKey.Request.of(
                        Desk.arn(UUID.randomUUID().toString()).replace("us-east-1", "eu-west-1"))));
    }

    @Test
    void aKeyIsDescribedByIdArnAndAlias() {
        String id = desk.createKey();
        desk.call(new CreateAlias.Request("alias/payroll", id));

        assertThat(Stream.of(id, Desk.arn(id), "alias/payroll", "arn:aws:kms:us-east-1:123456789012:alias/payroll")
                        .map(name -> desk.call(DescribeKey.Request.of(name)).keyMetadata().keyId()))
                .containsOnly(id);
    }

    @Test
    void managementTakesNoAlias() {
        desk.call(new CreateAlias.Request("alias/payroll", desk.createKey()));

        Refused.with(Fault.NotFoundException, "Invalid keyId 'alias/payroll'")
                .when(() -> desk.call(new DisableKey.Request("alias/payroll")));
    }

    @Test
    void grantTokensAreRefusedWhileThereAreNoGrants() {
        String id = desk.createKey();

        Refused.by(Fault.InvalidGrantTokenException, () -> desk.call(new DescribeKey.Request(List.of("token"), id)));
    }

    @Test
    void aDisabledKeyIsEnabledAgain() {
        String id = desk.createKey();
        desk.call(new DisableKey.Request(id));
        assertThat(describe(id).keyState()).isEqualTo(KeyState.Disabled);
        assertThat(describe(id).enabled()).isFalse();

        desk.call(new EnableKey.Request(id));
        assertThat(describe(id).keyState()).isEqualTo(KeyState.Enabled);
    }

    @Test
    void deletionWaitsThirtyDaysUnlessToldOtherwise() {
        String id = desk.createKey();

        var answer = desk.call(ScheduleKeyDeletion.Request.of(id));

        assertThat(answer.keyId()).isEqualTo(Desk.arn(id));
        assertThat(answer.pendingWindowInDays()).isEqualTo(30);
        assertThat(answer.deletionDate()).isEqualTo(Desk.START.plus(Duration.ofDays(30)));
        assertThat(answer.keyState()).isEqualTo(KeyState.PendingDeletion);
        assertThat(describe(id).deletionDate()).contains(answer.deletionDate());
    }

    @ParameterizedTest
    @CsvSource({"6, greater than or equal to 7", "31, less than or equal to 30"})
    void theWindowHasSevenToThirtyDays(int days, String bound) {
        String id = desk.createKey();

        Refused.with(
                        Fault.ValidationException,
                        "1 validation error detected: Value '" + days + "' at 'pendingWindowInDays' failed to satisfy "
                                + "constraint: Member must have value " + bound)
                .when(() -> desk.call(ScheduleKeyDeletion.Request.of(id, days)));
    }

    @Test
    void aCancelledDeletionLeavesTheKeyDisabled() {
        String id = desk.createKey();
        desk.call(ScheduleKeyDeletion.Request.of(id, 7));

        assertThat(desk.call(new CancelKeyDeletion.Request(id)).keyId()).isEqualTo(Desk.arn(id));
        assertThat(describe(id).keyState()).isEqualTo(KeyState.Disabled);
        assertThat(describe(id).deletionDate()).isEmpty();
    }

    @Test
    void aKeyPendingDeletionCannotBeScheduledAgain() {
        String id = desk.createKey();
        desk.call(ScheduleKeyDeletion.Request.of(id));

        Refused.with(Fault.KMSInvalidStateException, Desk.arn(id) + " is pending deletion.")
                .when(() -> desk.call(ScheduleKeyDeletion.Request.of(id)));
    }

    @Test
    void aDescriptionIsReplaced() {
        String id = desk.createKey();
        desk.call(new UpdateKeyDescription.Request("Payroll 2026", id));

        assertThat(describe(id).description()).isEqualTo("Payroll 2026");
    }

    @Test
    void pagesTogetherListEveryKeyOnce() {
        List<String> made = Stream.generate(desk::createKey).limit(7).sorted().toList();
        List<String> listed = new ArrayList<>();
        Optional<String> marker = Optional.empty();
        do {
            var page = desk.call(new ListKeys.Request(Optional.of(3), marker));
            assertThat(page.truncated()).isEqualTo(page.nextMarker().isPresent());
            page.keys().forEach(key -> listed.add(key.keyId()));
            marker = page.nextMarker();
        } while (marker.isPresent());

        assertThat(listed).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "S0hNSw", "not base64 at all", "S0hNSwEAAAAAAAAAAGFiYw"})
    void aMarkerThatNoListGaveIsRefused(String marker) {
        Refused.by(Fault.InvalidMarkerException, () -> desk.call(ListKeys.Request.nextPage(marker)));
    }

    private KeyMetadata describe(String id) {
        return desk.call(DescribeKey.Request.of(id)).keyMetadata();
    }

    private static CreateKey.Request bare(Optional<String> spec, Optional<String> usage) {
        return new CreateKey.Request(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), spec, usage, Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }
}
