package app.keyhold.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Principal;
import app.keyhold.kms.SmallVault;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.schedule.ConfirmDate;
import app.keyhold.kms.operation.schedule.CreateServiceManagedKey;
import app.keyhold.schedule.Report.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Every test turns the clock; the monotonic one runs along unless it says otherwise.
class ScheduleTest {
    private final SmallVault vault = new SmallVault();
    private long monotonic = 1_000_000;

    @AfterEach
    void lock() {
        vault.close();
    }

    @Test
    void rotatesWhatIsDueAndKeepsToTheCalendar() {
        Key key = rotating(365);
        Instant due = key.rotation().next().orElseThrow();
        rest(Duration.ofDays(366));

        assertThat(unlock().catchUp().rotated()).extracting(Report.Rotated::keyId).containsExactly(key.id());

        Key rotated = vault.key(key.id());
        assertThat(rotated.materials()).hasSize(2);
        assertThat(rotated.currentMaterial().rotation()).contains(RotationType.AUTOMATIC);
        assertThat(rotated.rotation().next()).contains(due.plus(Duration.ofDays(365)));
    }

    @Test
    void makesUpForSeveralMissedRotationsByOne() {
        Key key = rotating(90);
        rest(Duration.ofDays(1_000));

        unlock().catchUp();

        Key rotated = vault.key(key.id());
        assertThat(rotated.materials()).hasSize(2);
        assertThat(rotated.rotation().next()).contains(vault.clock.instant().plus(Duration.ofDays(90)));
    }

    @Test
    void whatWasEncryptedBeforeARotationOpensAfterwards() {
        Key key = rotating(90);
        var before = vault.owner()
                .call(Encrypt.Request.of(key.id(), SecretBytes.takeOver("text".getBytes()), Map.of()))
                .ciphertextBlob();
        rest(Duration.ofDays(91));
        unlock().catchUp();

        assertThat(vault.owner().call(Decrypt.Request.of(before, Map.of())).plaintext().exposed())
                .asString()
                .isEqualTo("text");
    }

    @Test
    void leavesDisabledKeysUntilTheyAreEnabledAgain() {
        Key key = rotating(90);
        vault.write(work -> work.put(vault.key(key.id()).withState(KeyState.Disabled)));
        rest(Duration.ofDays(91));
        assertThat(unlock().catchUp().isQuiet()).isTrue();

        vault.write(work -> work.put(vault.key(key.id()).withState(KeyState.Enabled)));

        assertThat(unlock().catchUp().rotated()).extracting(Report.Rotated::keyId).containsExactly(key.id());
    }

    @Test
    void rotatesAServicesKeyEveryThreeYears() {
        vault.through(Principal.Service.FILES, SmallVault.OWNER).call(new CreateServiceManagedKey.Request("files"));
        rest(Duration.ofDays(1_094));
        assertThat(unlock().catchUp().isQuiet()).isTrue();
        rest(Duration.ofDays(1));

        assertThat(unlock().catchUp().rotated()).hasSize(1);
    }

    @Test
    void deletesAKeyWhoseDateWasAnnouncedAtAnEarlierUnlock() {
        Key key = deletedIn(7);
        unlock().catchUp();
        rest(Duration.ofDays(8));

        assertThat(unlock().catchUp().deleted()).extracting(Report.Deleted::keyId).containsExactly(key.id());
        assertThat(vault.region.view().key(key.id())).isEmpty();
    }

    @Test
    void holdsAKeyWhoseDateWasNeverAnnounced() {
        Key key = deletedIn(7);
        rest(Duration.ofDays(8));

        Report report = unlock().catchUp();

        assertThat(report.deleted()).isEmpty();
        assertThat(report.held()).extracting(Report.Held::reason).containsExactly(Reason.FIRST_ANNOUNCED);
        assertThat(vault.key(key.id()).state()).isEqualTo(KeyState.PendingDeletion);
    }

    @Test
    void deletesItAfterADayOfRunningByAClockNobodyCanSet() {
        Key key = deletedIn(7);
        rest(Duration.ofDays(8));
        Schedule schedule = unlock();
        schedule.catchUp();
        run(Duration.ofHours(23));
        assertThat(schedule.catchUp().deleted()).isEmpty();
        run(Duration.ofHours(1));

        assertThat(schedule.catchUp().deleted()).extracting(Report.Deleted::keyId).containsExactly(key.id());
    }

    @Test
    void theWallClockAloneIsNoSecondWitness() {
        deletedIn(7);
        rest(Duration.ofDays(8));
        Schedule schedule = unlock();
        schedule.catchUp();
        vault.clock.turn(Duration.ofDays(20));

        assertThat(schedule.catchUp().deleted()).isEmpty();
    }

    @Test
    void aDateThatWasMovedIsAnnouncedAnew() {
        Key key = deletedIn(7);
        unlock().catchUp();
        vault.owner().call(new CancelKeyDeletion.Request(key.id()));
        vault.owner().call(ScheduleKeyDeletion.Request.of(key.id(), 8));
        rest(Duration.ofDays(9));

        assertThat(unlock().catchUp().held()).extracting(Report.Held::reason).containsExactly(Reason.FIRST_ANNOUNCED);
    }

    @Test
    void aClockSetForwardDestroysNothingUntilSomebodyConfirmsTheDate() {
        Key key = deletedIn(30);
        unlock().catchUp();
        rest(Duration.ofDays(365 * 50));

        Report report = unlock().catchUp();

        assertThat(report.deleted()).isEmpty();
        assertThat(report.held()).extracting(Report.Held::reason).containsExactly(Reason.DATE_UNCONFIRMED);
        assertThat(report.doubt()).hasValueSatisfying(doubt -> assertThat(doubt.ahead()).isTrue());

        vault.owner().call(new ConfirmDate.Request());
        assertThat(unlock().catchUp().deleted()).extracting(Report.Deleted::keyId).containsExactly(key.id());
    }

    @Test
    void rowsWrittenUnderTheWrongClockDoNotVouchForIt() {
        deletedIn(30);
        unlock().catchUp();
        rest(Duration.ofDays(365 * 50));
        vault.addKey();

        assertThat(unlock().catchUp().held()).extracting(Report.Held::reason).containsExactly(Reason.DATE_UNCONFIRMED);
    }

    @Test
    void aClockBehindTheTrailDestroysNothing() {
        Key key = deletedIn(7);
        unlock().catchUp();
        rest(Duration.ofDays(20));
        vault.addKey();
        rest(Duration.ofDays(-5));

        Report report = unlock().catchUp();

        assertThat(report.deleted()).isEmpty();
        assertThat(report.doubt()).hasValueSatisfying(doubt -> assertThat(doubt.ahead()).isFalse());
        assertThat(vault.region.view().key(key.id())).isPresent();
    }

    @Test
    void rotationsDoNotWaitForTheDateToBeConfirmed() {
        Key key = rotating(90);
        unlock().catchUp();
        rest(Duration.ofDays(365 * 50));

        assertThat(unlock().catchUp().rotated()).extracting(Report.Rotated::keyId).containsExactly(key.id());
    }

    @Test
    void oneKeysTroubleDoesNotKeepOthersWaiting() {
        Key good = rotating(90);
        Key damaged = rotating(90);
        vault.write(work -> work.put(vault.key(damaged.id()).withPolicy("{")));
        Key unfit = vault.addKey(key -> withSpec(key).withRotation(
                new Rotation(Optional.of(vault.clock.instant()), 90, 0)));
        rest(Duration.ofDays(91));

        Report report = unlock().catchUp();

        assertThat(report.rotated()).extracting(Report.Rotated::keyId).containsExactlyInAnyOrder(good.id(), damaged.id());
        assertThat(report.failed()).extracting(Report.Failed::keyId).containsExactly(unfit.id());
    }

    @Test
    void lookingWritesNothingWhenThereIsNothingNew() {
        rotating(90);
        Schedule schedule = unlock();
        schedule.catchUp();
        int before = vault.rows().size();

        schedule.catchUp();

        assertThat(vault.rows()).hasSize(before);
    }

    @Test
    void whatTheScheduleDoesIsAServiceEvent() {
        Key key = rotating(90);
        rest(Duration.ofDays(91));
        unlock().catchUp();

        assertThat(vault.newestEvent()).satisfies(event -> {
            assertThat(event.name()).isEqualTo("RotateKey");
            assertThat(event.requestId()).isEmpty();
            assertThat(event.resources()).containsExactly(key.arn().toString());
        });
    }

    @Test
    void deletesExpiredMaterialWhoseDateWasAnnouncedAtAnEarlierUnlock() {
        Key key = expiringIn(7);
        unlock().catchUp();
        rest(Duration.ofDays(8));

        assertThat(unlock().catchUp().deleted())
                .extracting(Report.Deleted::materialId)
                .containsExactly(Optional.of(key.currentMaterial().id()));
        assertThat(vault.key(key.id())).satisfies(found -> {
            assertThat(found.state()).isEqualTo(KeyState.PendingImport);
            assertThat(found.currentMaterial().isAbsent()).isTrue();
        });
        assertThat(vault.rows()).anyMatch(row -> row.event().name().equals("DeleteExpiredKeyMaterial"));
    }

    @Test
    void holdsExpiredMaterialWhoseDateWasNeverAnnounced() {
        Key key = expiringIn(7);
        rest(Duration.ofDays(8));

        assertThat(unlock().catchUp().held()).extracting(Report.Held::reason).containsExactly(Reason.FIRST_ANNOUNCED);
        assertThat(vault.key(key.id()).currentMaterial().isAbsent()).isFalse();
    }

    @Test
    void aClockSetFarAheadDeletesNoMaterial() {
        Key key = expiringIn(7);
        unlock().catchUp();
        rest(Duration.ofDays(20_000));

        assertThat(unlock().catchUp().held()).extracting(Report.Held::reason).containsExactly(Reason.DATE_UNCONFIRMED);
        assertThat(vault.key(key.id()).currentMaterial().isAbsent()).isFalse();
    }

    private Key expiringIn(int days) {
        Instant end = vault.clock.instant().plus(Duration.ofDays(days));
        return vault.addKey(key -> {
            KeyMaterial generated = key.currentMaterial();
            return new Key(
                    key.arn(), key.spec(), key.usage(), KeyOrigin.EXTERNAL, key.manager(), key.created(), key.state(),
                    key.description(), key.deletionDate(), key.rotation(), key.policy(), key.tags(),
                    List.of(new KeyMaterial(
                            generated.id(),
                            generated.substance(),
                            generated.publicKey(),
                            generated.created(),
                            generated.rotation(),
                            Optional.of(new KeyMaterial.Imported("", Optional.of(end))))),
                    0);
        });
    }

    private Schedule unlock() {
        return new Schedule(vault.client(Principal.Service.KMS), vault.clock, () -> monotonic);
    }

    /// The vault is locked meanwhile.
    private void rest(Duration time) {
        vault.clock.turn(time);
    }

    private void run(Duration time) {
        vault.clock.turn(time);
        monotonic += time.toNanos();
    }

    private Key rotating(int days) {
        return vault.addKey(key ->
                key.withRotation(new Rotation(Optional.of(vault.clock.instant().plus(Duration.ofDays(days))), days, 0)));
    }

    private Key deletedIn(int days) {
        Key key = vault.addKey();
        vault.owner().call(ScheduleKeyDeletion.Request.of(key.id(), days));
        return key;
    }

    private static Key withSpec(Key key) {
        return new Key(
                key.arn(), KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC, key.origin(),
                key.manager(), key.created(), key.state(), key.description(), key.deletionDate(), key.rotation(),
                key.policy(), List.of(), key.materials(), 0);
    }
}
