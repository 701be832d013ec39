package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.Fault;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.ListKeys;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateKeyTest {
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
        "ECC_NIST_EDWARDS25519, SIGN_VERIFY, signing", "HMAC_224, GENERATE_VERIFY_MAC, mac",
        "ML_DSA_44, SIGN_VERIFY, signing", "SM2, ENCRYPT_DECRYPT, encryption", "SM2, SIGN_VERIFY, signing",
        "SM2, KEY_AGREEMENT, agreement", "ML_KEM_768, ENCAPSULATE_DECAPSULATE, encapsulation"
    })
    void metadataListsTheAlgorithmsOfItsUsageAlone(KeySpec spec, KeyUsage usage, String listed) {
        KeyMetadata metadata = desk.call(CreateKey.Request.of(spec, usage, "")).keyMetadata();

        assertThat(metadata.encryptionAlgorithms().isPresent()).isEqualTo(listed.equals("encryption"));
        assertThat(metadata.signingAlgorithms().isPresent()).isEqualTo(listed.equals("signing"));
        assertThat(metadata.keyAgreementAlgorithms().isPresent()).isEqualTo(listed.equals("agreement"));
        assertThat(metadata.encapsulationAlgorithms().isPresent()).isEqualTo(listed.equals("encapsulation"));
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
    @ValueSource(strings = {"AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"})
    void anOriginInAKeyStoreNeedsTheKeyStoresName(String origin) {
        var request = new CreateKey.Request(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(origin), Optional.empty(), List.of(), Optional.empty());

        Refused.by(Fault.ValidationException, () -> desk.call(request));
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

    private static CreateKey.Request bare(Optional<String> spec, Optional<String> usage) {
        return new CreateKey.Request(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), spec, usage, Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }
}
