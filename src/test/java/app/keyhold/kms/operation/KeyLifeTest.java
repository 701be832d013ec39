package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.kms.Fault;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.EnableKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.key.UpdateKeyDescription;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyLifeTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
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
        assertThat(answer.deletionDate()).contains(Desk.START.plus(Duration.ofDays(30)));
        assertThat(answer.keyState()).isEqualTo(KeyState.PendingDeletion);
        assertThat(describe(id).deletionDate()).isEqualTo(answer.deletionDate());
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

    private KeyMetadata describe(String id) {
        return desk.call(DescribeKey.Request.of(id)).keyMetadata();
    }
}
