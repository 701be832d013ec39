package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.ReEncrypt;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.GetKeyLastUsage;
import app.keyhold.kms.operation.key.GetKeyLastUsage.KeyLastUsageData;
import app.keyhold.kms.operation.key.GetKeyLastUsage.KeyLastUsageTrackingOperation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyLastUsageTest {
    private final Desk desk = new Desk();
    private final String key = desk.createKey();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aKeyThatNeverWasUsedSaysSinceWhenThatIsKnown() {
        desk.call(DescribeKey.Request.of(key));

        assertThat(desk.call(new GetKeyLastUsage.Request(key)))
                .isEqualTo(new GetKeyLastUsage.Response(Desk.START, key, Optional.empty(), Desk.START));
    }

    @Test
    void theLastUseIsTheEventOfTheTimeline() {
        desk.call(encrypt());
        desk.turnClock(Duration.ofDays(1));
        var sealed = desk.call(encrypt());
        desk.turnClock(Duration.ofDays(1));
        desk.call(Decrypt.Request.of(sealed.ciphertextBlob(), Map.of()));
        var event = desk.lastEvent();
        desk.turnClock(Duration.ofDays(1));
        desk.call(DescribeKey.Request.of(key));

        assertThat(desk.call(new GetKeyLastUsage.Request(Desk.arn(key))).keyLastUsage())
                .contains(new KeyLastUsageData(
                        event.id().toString(),
                        event.requestId().map(Object::toString),
                        KeyLastUsageTrackingOperation.Decrypt,
                        Desk.START.plus(Duration.ofDays(2))));
    }

    @Test
    void aRefusedUseIsNone() {
        desk.call(new DisableKey.Request(key));
        Refused.by(Fault.DisabledException, () -> desk.call(encrypt()));

        assertThat(desk.call(new GetKeyLastUsage.Request(key)).keyLastUsage()).isEmpty();
    }

    @Test
    void aReEncryptionUsesBothKeys() {
        String other = desk.createKey();
        var sealed = desk.call(encrypt());
        desk.call(ReEncrypt.Request.of(sealed.ciphertextBlob(), Map.of(), other, Map.of()));

        for (String used : new String[] {key, other}) {
            assertThat(desk.call(new GetKeyLastUsage.Request(used)).keyLastUsage())
                    .map(KeyLastUsageData::operation)
                    .contains(KeyLastUsageTrackingOperation.ReEncrypt);
        }
    }

    private Encrypt.Request encrypt() {
        return Encrypt.Request.of(key, Desk.secret("x"), Map.of());
    }
}
