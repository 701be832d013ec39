package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CFunctionTest {
    @Test
    void takesAnAddressAndReturnsANumber() {
        try (var arena = Arena.ofConfined()) {
            var text = arena.allocateFrom("a letter");

            assertThat(CFunction.ofTheCLibrary("strlen").orElseThrow().call(text.address(), 0, 0, 0, 0, 0, 0, 0))
                    .isEqualTo(8);
        }
    }

    @Test
    void returnsFewerBitsInTheLowerOnes() {
        assertThat((int) CFunction.ofTheCLibrary("abs").orElseThrow().call(-7, 0, 0, 0, 0, 0, 0, 0))
                .isEqualTo(7);
    }

    /// Elsewhere a function of any number of parameters takes them another way.
    @EnabledOnOs(OS.LINUX)
    @Test
    void fillsEveryParameterInItsPlace() {
        try (var arena = Arena.ofConfined()) {
            var into = arena.allocate(64);
            var form = arena.allocateFrom("%d %d %d %d %d");

            int length = (int) CFunction.ofTheCLibrary("snprintf")
                    .orElseThrow()
                    .call(into.address(), into.byteSize(), form.address(), 1, 2, 3, 4, 5);

            assertThat(into.getString(0)).isEqualTo("1 2 3 4 5");
            assertThat(length).isEqualTo(9);
        }
    }

    @Test
    void isNotThereUnderANameThatNobodyGave() {
        assertThat(CFunction.ofTheCLibrary("no_such_function")).isEmpty();
    }
}
