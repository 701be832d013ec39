package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import javax.crypto.Mac;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same by the native library's HMAC, which gives what the JDK's HKDF gives.
@EnabledOnOs({OS.LINUX, OS.MAC})
class HkdfWithNativesTest extends HkdfTest implements NativesSwitch {
    @BeforeEach
    void load() {
        assertThat(Natives.find(natives -> Mac.getInstance("HmacSHA512", natives))).isPresent();
        assertThat(Natives.findLoaded(natives -> Mac.getInstance("HmacSHA512", natives))).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheJdkInEveryLengthAndWithoutASalt(Hkdf.Hash hash) {
        for (int length = 1; length <= 200; length++) {
            byte[] key = Randomness.bytes(1 + length % 70);
            byte[] salt = length % 3 == 0 ? new byte[0] : Randomness.bytes(length);
            byte[] info = Randomness.bytes(length % 40);
            byte[] with = Hkdf.derive(hash, key, salt, info, length);
            switchOff();
            byte[] without = Hkdf.derive(hash, key, salt, info, length);
            switchOn();

            assertThat(with).isEqualTo(without).hasSize(length);
        }
    }
}
