package app.keyhold.kms;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The words for each state; which operation accepts which is tested through the door.
class KeyStateTableTest {
    private static SmallVault vault;
    private static Key key;

    @BeforeAll
    static void makeAKey() {
        vault = new SmallVault();
        key = vault.addKey();
    }

    @AfterAll
    static void lock() {
        vault.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Disabled, DisabledException, is disabled.",
        "PendingDeletion, KMSInvalidStateException, is pending deletion.",
        "PendingReplicaDeletion, KMSInvalidStateException, is pending replica deletion.",
        "PendingImport, KMSInvalidStateException, is pending import.",
        "Unavailable, KMSInvalidStateException, is unavailable.",
        "Creating, KMSInvalidStateException, is creating.",
        "Updating, KMSInvalidStateException, is updating.",
    })
    void saysWhyAKeyCannotBeUsed(KeyState state, Fault fault, String words) {
        assertThatThrownBy(() -> KeyStateTable.require(EnumSet.of(KeyState.Enabled), key.withState(state)))
                .hasMessage(key.arn() + " " + words)
                .extracting(refusal -> ((KmsException) refusal).fault())
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @EnumSource(value = KeyState.class, names = "PendingDeletion", mode = EnumSource.Mode.EXCLUDE)
    void saysThatThereIsNoDeletionToTakeBack(KeyState state) {
        assertThatThrownBy(() -> KeyStateTable.require(EnumSet.of(KeyState.PendingDeletion), key.withState(state)))
                .hasMessage(key.arn() + " is not pending deletion.");
    }

    @Test
    void letsAcceptedStatesPass() {
        assertThatNoException().isThrownBy(() -> KeyStateTable.require(EnumSet.of(KeyState.Enabled), key));
    }
}
