package app.keyhold.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingTest {
    @ParameterizedTest
    @CsvSource({"dark, LOOK", "ARGON, RECALIBRATE", "password, PASSPHRASE", "font, TEXT_SIZE", "idle, LOCK_MINUTES", "deutsch, LANGUAGE"})
    void isFoundByOtherWordsForIt(String typed, Setting setting) {
        assertThat(found(typed)).contains(setting);
    }

    @Test
    void everyWordTypedCounts() {
        assertThat(found("lock minutes")).containsExactly(Setting.LOCK_MINUTES);
        assertThat(found("  ")).containsExactly(Setting.values());
        assertThat(found("teapot")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasATitleSynonymsAndASubject(Setting setting) {
        assertThat(setting.title()).isNotBlank().doesNotContain("|");
        assertThat(setting.synonyms()).isNotBlank().isNotEqualTo(setting.title());
        assertThat(Setting.of(setting.subject())).contains(setting);
    }

    private static List<Setting> found(String typed) {
        Stream<Setting> all = Arrays.stream(Setting.values());
        return all.filter(setting -> setting.matches(typed)).toList();
    }
}
