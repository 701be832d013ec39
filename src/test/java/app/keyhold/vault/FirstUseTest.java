package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/// Its thread keeps failures to itself, so they show here.
class FirstUseTest {
    @Test
    void nothingOfItFails() {
        assertThatCode(FirstUse::all).doesNotThrowAnyException();
    }
}
