package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The same by the native library, and each opens what the other sealed.
@EnabledOnOs({OS.LINUX, OS.MAC})
class AesGcmWithNativesTest extends AesGcmTest implements NativesSwitch {
    @BeforeEach
    void load() {
        assertThat(GcmCiphers.ofTheNatives()).isPresent();
    }

    @Test
    void isTheNativeLibrarys() {
        assertThat(GcmCiphers.forOneCall().getProvider().getName()).isEqualTo(PROVIDER);
    }

    @Test
    void isTheJdksWhereTheLibraryIsSwitchedOff() {
        switchOff();

        assertThat(GcmCiphers.forOneCall().getProvider().getName()).isEqualTo("SunJCE");
    }

    @Test
    void bothOpenWhatTheOtherSealed() throws AEADBadTagException {
        SecretBytes key = Randomness.secret(AesGcm.KEY_BYTES);
        byte[] nonce = AesGcm.nonce();
        byte[] with = AesGcm.seal(key, nonce, new byte[3], SecretBytes.copyOf(new byte[] {1, 2}));
        switchOff();
        byte[] without = AesGcm.seal(key, nonce, new byte[3], SecretBytes.copyOf(new byte[] {1, 2}));

        assertThat(AesGcm.open(key, nonce, new byte[3], with).exposed()).containsExactly(1, 2);
        switchOn();
        assertThat(AesGcm.open(key, nonce, new byte[3], without).exposed()).containsExactly(1, 2);
    }
}
