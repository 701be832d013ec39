package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Fault;
import app.keyhold.kms.key.IncludeKeyMaterial;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import app.keyhold.kms.key.KeyMaterialState;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.rotation.DisableKeyRotation;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import app.keyhold.kms.operation.rotation.GetKeyRotationStatus;
import app.keyhold.kms.operation.rotation.ListKeyRotations;
import app.keyhold.kms.operation.rotation.ListKeyRotations.RotationsListEntry;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.kms.operation.schedule.RotateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RotationTest {
    private final Desk desk = new Desk();
    private final String key = desk.createKey();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aNewKeyDoesNotRotateByItself() {
        assertThat(status())
                .isEqualTo(new GetKeyRotationStatus.Response(
                        Desk.arn(key), false, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void rotationIsYearlyUnlessToldOtherwise() {
        desk.call(EnableKeyRotation.Request.of(key));

        assertThat(status())
                .isEqualTo(new GetKeyRotationStatus.Response(
                        Desk.arn(key), true, Optional.of(Desk.START.plus(Duration.ofDays(365))), Optional.empty(),
                        Optional.of(365)));
    }

    @Test
    void aNewPeriodStartsFromNow() {
        desk.call(EnableKeyRotation.Request.of(key));
        desk.turnClock(Duration.ofDays(100));
        desk.call(EnableKeyRotation.Request.of(key, 90));

        assertThat(status().nextRotationDate()).contains(Desk.START.plus(Duration.ofDays(190)));
    }

    @ParameterizedTest
    @CsvSource({"89, greater than or equal to 90", "2561, less than or equal to 2560"})
    void aPeriodHas90To2560Days(int days, String bound) {
        Refused.with(
                        Fault.ValidationException,
                        "1 validation error detected: Value '" + days + "' at 'rotationPeriodInDays' failed to satisfy "
                                + "constraint: Member must have value " + bound)
                .when(() -> desk.call(EnableKeyRotation.Request.of(key, days)));
    }

    @Test
    void rotationIsTurnedOff() {
        desk.call(EnableKeyRotation.Request.of(key));
        desk.call(new DisableKeyRotation.Request(key));

        assertThat(status().keyRotationEnabled()).isFalse();
        assertThat(status().nextRotationDate()).isEmpty();
    }

    @Test
    void aRotationChangesTheMaterialAndOldCiphertextsStillOpen() {
        String before = currentMaterial();
        Blob ciphertext = desk.call(Encrypt.Request.of(key, Desk.secret("wages"), Map.of())).ciphertextBlob();

        assertThat(desk.call(new RotateKeyOnDemand.Request(key)).keyId()).isEqualTo(Desk.arn(key));

        assertThat(currentMaterial()).isNotEqualTo(before);
        var opened = desk.call(Decrypt.Request.of(ciphertext, Map.of()));
        assertThat(Desk.text(opened.plaintext())).isEqualTo("wages");
        assertThat(opened.keyMaterialId()).contains(before);
    }

    @Test
    void anOnDemandRotationDoesNotMoveTheAutomaticOne() {
        desk.call(EnableKeyRotation.Request.of(key));
        desk.turnClock(Duration.ofDays(10));
        desk.call(new RotateKeyOnDemand.Request(key));

        assertThat(status().nextRotationDate()).contains(Desk.START.plus(Duration.ofDays(365)));
    }

    @Test
    void noRotationOnDemandJustBeforeAnAutomaticOne() {
        desk.call(EnableKeyRotation.Request.of(key));
        desk.turnClock(Duration.ofDays(365).minusMinutes(19));

        Refused.by(Fault.ConflictException, () -> desk.call(new RotateKeyOnDemand.Request(key)));
    }

    @Test
    void aKeyRotates25TimesOnDemand() {
        for (int i = 0; i < Rotation.MAX_ON_DEMAND; i++) {
            desk.call(new RotateKeyOnDemand.Request(key));
        }

        Refused.with(
                        Fault.LimitExceededException,
                        "The on-demand rotations limit has been reached for the given keyId. "
                                + "No more on-demand rotations can be performed for this key: " + Desk.arn(key))
                .when(() -> desk.call(new RotateKeyOnDemand.Request(key)));
    }

    @Test
    void aDisabledKeyDoesNotRotate() {
        desk.call(new DisableKey.Request(key));

        Refused.with(Fault.DisabledException, Desk.arn(key) + " is disabled.")
                .when(() -> desk.call(new RotateKeyOnDemand.Request(key)));
    }

    @ParameterizedTest
    @EnumSource(value = KeySpec.class, names = {"ECC_NIST_P256", "HMAC_256"})
    void onlySymmetricKeysRotate(KeySpec spec) {
        String other = desk.createKey(spec, spec.usages().iterator().next());
        var unsupported = Refused.silently(Fault.UnsupportedOperationException);

        unsupported.when(() -> desk.call(new RotateKeyOnDemand.Request(other)));
        unsupported.when(() -> desk.call(EnableKeyRotation.Request.of(other)));
        unsupported.when(() -> desk.call(new DisableKeyRotation.Request(other)));
        unsupported.when(() -> desk.call(ListKeyRotations.Request.of(other)));
    }

    @Test
    void theStateOfAKeyThatCannotRotateIsAnsweredFirst() {
        String signing = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);
        desk.force(signing, KeyState.PendingImport);

        Refused.with(Fault.KMSInvalidStateException, Desk.arn(signing) + " is pending import.")
                .when(() -> desk.call(new RotateKeyOnDemand.Request(signing)));
    }

    @Test
    void aKeyThatCannotRotateSaysItDoesNot() {
        String other = desk.createKey(KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC);

        assertThat(desk.call(new GetKeyRotationStatus.Request(other)).keyRotationEnabled()).isFalse();
    }

    @Test
    void rotationsAreListedOldestFirst() {
        desk.call(EnableKeyRotation.Request.of(key));
        desk.turnClock(Duration.ofDays(365));
        desk.as(Principal.Service.KMS).call(new RotateKey.Request(key));
        desk.turnClock(Duration.ofDays(1));
        desk.call(new RotateKeyOnDemand.Request(key));

        List<RotationsListEntry> listed = desk.call(ListKeyRotations.Request.of(key)).rotations();

        assertThat(listed).extracting(RotationsListEntry::rotationType)
                .containsExactly(Optional.of(RotationType.AUTOMATIC), Optional.of(RotationType.ON_DEMAND));
        assertThat(listed).extracting(RotationsListEntry::rotationDate)
                .containsExactly(
                        Optional.of(Desk.START.plus(Duration.ofDays(365))),
                        Optional.of(Desk.START.plus(Duration.ofDays(366))));
    }

    @Test
    void allMaterialsIncludeTheFirst() {
        String first = currentMaterial();
        desk.call(new RotateKeyOnDemand.Request(key));

        List<RotationsListEntry> listed =
                desk.call(ListKeyRotations.Request.of(key, IncludeKeyMaterial.ALL_KEY_MATERIAL)).rotations();

        assertThat(listed).extracting(entry -> entry.keyMaterialId().orElseThrow())
                .containsExactly(first, currentMaterial());
        assertThat(listed).extracting(entry -> entry.keyMaterialState().orElseThrow())
                .containsExactly(KeyMaterialState.NON_CURRENT, KeyMaterialState.CURRENT);
        assertThat(listed.getFirst().rotationDate()).isEmpty();
        assertThat(listed).extracting(RotationsListEntry::keyId).containsOnly(key);
    }

    @Test
    void pagesOfRotationsGoOn() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            desk.call(new RotateKeyOnDemand.Request(key));
            ids.add(currentMaterial());
        }
        var first = desk.call(new ListKeyRotations.Request(Optional.empty(), key, Optional.of(2), Optional.empty()));
        var second = desk.call(new ListKeyRotations.Request(Optional.empty(), key, Optional.of(2), first.nextMarker()));

        assertThat(first.truncated()).isTrue();
        assertThat(second.rotations()).extracting(entry -> entry.keyMaterialId().orElseThrow())
                .containsExactly(ids.getLast());
    }

    private GetKeyRotationStatus.Response status() {
        return desk.call(new GetKeyRotationStatus.Request(key));
    }

    private String currentMaterial() {
        return desk.call(DescribeKey.Request.of(key)).keyMetadata().currentKeyMaterialId().orElseThrow();
    }
}
