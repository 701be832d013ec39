package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.keyhold.crypto.VectorFile.Vector;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Argon2idTest {
    static Stream<Vector> vectors() {
        return VectorFile.read(Argon2idTest.class, "argon2id.txt");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void givesThePublishedTags(Vector vector) {
        switch (vector.expect()) {
            case "success" -> assertThat(derive(vector).exposed()).isEqualTo(vector.hex("tag"));
            case "cost refused" -> assertThatIllegalArgumentException().isThrownBy(() -> cost(vector));
            default -> throw new AssertionError(vector.expect());
        }
    }

    @Test
    void aKeyFileChangesTheResult() {
        var cost = new Argon2id.Cost(64, 1, 1);
        byte[] salt = new byte[32];
        SecretBytes passphrase = SecretBytes.copyOf(new byte[] {1, 2, 3});

        SecretBytes without = Argon2id.derive(passphrase, salt, Optional.empty(), cost, 32);
        SecretBytes with = Argon2id.derive(passphrase, salt, Optional.of(Randomness.secret(64)), cost, 32);

        assertThat(with.sameAs(without)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"8192, 1, 1, true", "8191, 1, 1, false", "4194304, 64, 16, true", "4194305, 1, 1, false",
        "8192, 65, 1, false", "8192, 1, 17, false"})
    void costsFromAFileAreBounded(int memoryKib, int iterations, int lanes, boolean bounded) {
        assertThat(new Argon2id.Cost(memoryKib, iterations, lanes).isBounded()).isEqualTo(bounded);
    }

    private static SecretBytes derive(Vector vector) {
        byte[] secret = vector.hex("secret");
        return Argon2id.derive(
                SecretBytes.copyOf(vector.hex("passphrase")),
                vector.hex("salt"),
                secret.length == 0 ? Optional.empty() : Optional.of(SecretBytes.copyOf(secret)),
                vector.hex("associated-data"),
                cost(vector),
                vector.hex("tag").length);
    }

    private static Argon2id.Cost cost(Vector vector) {
        return new Argon2id.Cost(vector.number("memory-kib"), vector.number("iterations"), vector.number("lanes"));
    }
}
