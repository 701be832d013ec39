package app.keyhold.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
    @ParameterizedTest
    @CsvSource({
        "*, anything, true",
        "a*c, abbbc, true",
        "a*c, abbbcd, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "a*b*c, a1b2b3c, true",
        "abc, abcd, false",
        "abc*, abc, true",
        "*b, ab, true",
        "*b, ba, false",
        "ABC, abc, false",
    })
    void matchesAsIamDoes(String pattern, String text, boolean matches) {
        assertThat(Wildcard.of(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void matchesTheEmptyText() {
        assertThat(Wildcard.of("*").matches("")).isTrue();
        assertThat(Wildcard.of("?").matches("")).isFalse();
    }

    @Test
    void doesNotGoWildOnManyStars() {
        String pattern = "*a".repeat(1_000) + "b";

        assertThatNoException()
                .isThrownBy(() -> Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(5), () -> Wildcard.of(pattern).matches("a".repeat(10_000))));
    }
}
