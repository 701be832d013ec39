package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What libsodium derives is what Bouncy Castle derives; what its interface has no room for is left to that.
@EnabledOnOs({OS.LINUX, OS.MAC})
class Argon2idWithSodiumTest implements NativesSwitch {
    private static final Argon2id.Cost COST = new Argon2id.Cost(64, 1, 1);

    @ParameterizedTest
    @CsvSource({"8, 1, 0, 32", "64, 3, 1, 16", "1023, 2, 64, 32", "8192, 1, 200, 64", "65536, 3, 1024, 32"})
    void agreesWithBouncyCastle(int memoryKib, int iterations, int passphraseLength, int length) {
        var passphrase = SecretBytes.takeOver(Randomness.bytes(passphraseLength));
        byte[] salt = Randomness.bytes(Argon2id.SALT_BYTES);
        var cost = new Argon2id.Cost(memoryKib, iterations, 1);

        SecretBytes with = Sodium.argon2id(passphrase, salt, cost, length).orElseThrow();
        switchOff();
        SecretBytes without = Argon2id.derive(passphrase, salt, Optional.empty(), cost, length);

        assertThat(with.exposed()).isEqualTo(without.exposed()).hasSize(length);
    }

    @Test
    void leavesThePassphraseAsItIs() {
        var passphrase = SecretBytes.copyOf(new byte[] {1, 2, 3});

        Argon2id.derive(passphrase, new byte[Argon2id.SALT_BYTES], Optional.empty(), COST, 32);

        assertThat(passphrase.exposed()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource({"32, 1, 32", "16, 2, 32", "16, 1, 15"})
    void doesWithoutForOtherSaltsMoreLanesAndShortKeys(int saltLength, int lanes, int length) {
        var passphrase = SecretBytes.copyOf(new byte[] {1, 2, 3});
        var cost = new Argon2id.Cost(64, 1, lanes);

        assertThat(Sodium.argon2id(passphrase, new byte[saltLength], cost, length)).isEmpty();
    }

    @Test
    void doesWithoutWhereNativesAreOff() {
        switchOff();

        assertThat(Sodium.argon2id(SecretBytes.copyOf(new byte[] {1}), new byte[Argon2id.SALT_BYTES], COST, 32))
                .isEmpty();
    }
}
