package app.keyhold.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private final Formats formats = new Formats(Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "PT-20S, just now",
        "PT-2M, 2 min ago",
        "PT-4H, 4 h ago",
        "PT-24H, yesterday",
        "PT-72H, 3 days ago",
        "PT-480H, 4 Nov",
        "PT-9600H, 20 Oct 2025",
        "PT5M, in 5 min",
        "PT24H, tomorrow",
        "PT288H, in 12 days",
        "PT3672H, in 5 months",
        "PT8759H, in 12 months",
        "PT20520H, in 2 y 4 m"
    })
    void saysWhenAsAPersonWould(Duration away, String expected) {
        assertThat(formats.relative(NOW.plus(away))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.0 kB", "4200000, 4.2 MB", "812000000, 812 MB", "1900000000, 1.9 GB"})
    void saysSizesInStepsOfAThousand(long bytes, String expected) {
        assertThat(formats.bytes(bytes)).isEqualTo(expected);
    }

    @Test
    void countsDownInMinutesAndSeconds() {
        assertThat(formats.countdown(Duration.ofSeconds(271))).isEqualTo("4:31");
    }

    @Test
    void saysOneFileAndManyFiles() {
        assertThat(formats.count(1, "file", "files")).isEqualTo("1 file");
        assertThat(formats.count(1204, "file", "files")).isEqualTo("1,204 files");
    }

    @Test
    void speaksGermanToGermans() {
        Language.GERMAN.apply();
        try {
            var german = new Formats(Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));

            assertThat(german.date(Instant.parse("2026-03-03T10:00:00Z"))).isEqualTo("3. März 2026");
            assertThat(german.day(LocalDate.of(2026, 11, 22))).isEqualTo("Sonntag, 22. November");
            assertThat(german.count(48_213)).isEqualTo("48.213");
            assertThat(german.bytes(4_200_000)).isEqualTo("4,2 MB");
            assertThat(german.relative(Instant.parse("2026-12-04T10:00:00Z"))).isEqualTo("in 12 Tagen");
        } finally {
            Language.SYSTEM.apply();
        }
    }
}
