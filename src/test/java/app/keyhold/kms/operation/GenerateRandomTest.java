package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.encryption.GenerateRandom;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateRandomTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void randomBytesNeedANumber() {
        Refused.with(Fault.ValidationException, "NumberOfBytes is required.")
                .when(() -> desk.call(
                        new GenerateRandom.Request(Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"0, greater than or equal to 1", "1025, less than or equal to 1024"})
    void theNumberIsBounded(int number, String bound) {
        Refused.with(
                        Fault.ValidationException,
                        "1 validation error detected: Value '" + number + "' at 'numberOfBytes' failed to satisfy "
                                + "constraint: Member must have value " + bound)
                .when(() -> desk.call(GenerateRandom.Request.of(number)));
    }

    @Test
    void aKeyStoreThatIsNotThereIsNotAsked() {
        Refused.by(
                Fault.CustomKeyStoreNotFoundException,
                () -> desk.call(new GenerateRandom.Request(Optional.of("cks-1"), Optional.of(8), Optional.empty())));
    }

    @Test
    void randomBytesAreAsManyAsAskedAndNotTheSameTwice() {
        var one = desk.call(GenerateRandom.Request.of(1024)).plaintext();

        assertThat(one.length()).isEqualTo(1024);
        assertThat(one.sameAs(desk.call(GenerateRandom.Request.of(1024)).plaintext())).isFalse();
    }
}
