package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same with the JDK's providers alone, as on a system that the native library was not made for; and each verifies
/// what the other signed.
class SignaturesWithoutNativesTest extends SignaturesTest implements NativesSwitch {
    @BeforeEach
    @Override
    public void switchOff() {
        NativesSwitch.super.switchOff();
    }

    @Test
    void isSwitchedOff() {
        assertThat(Natives.find(natives -> natives)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hashingAlgorithms")
    void bothVerifyWhatTheOtherSigned(KeySpec spec, SigningAlgorithm algorithm) {
        Blob message = Blob.of(new byte[100]);
        Blob without = sign(spec, algorithm, message);
        switchOn();
        Blob with = sign(spec, algorithm, message);

        assertThat(verifies(spec, algorithm, message, without)).isTrue();
        switchOff();
        assertThat(verifies(spec, algorithm, message, with)).isTrue();
    }

    private static Blob sign(KeySpec spec, SigningAlgorithm algorithm, Blob message) {
        return Signatures.sign(spec, algorithm, MessageType.RAW, TestKeys.of(spec).secret(), message);
    }

    private static boolean verifies(KeySpec spec, SigningAlgorithm algorithm, Blob message, Blob signature) {
        return Signatures.verify(
                spec, algorithm, MessageType.RAW, TestKeys.publicKey(spec), message, signature);
    }
}
