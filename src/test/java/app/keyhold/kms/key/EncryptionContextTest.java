package app.keyhold.kms.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.kms.KmsException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EncryptionContextTest {
    @Test
    void countAndLengthsComeBeforeTheText() {
        assertThat(hex(Map.of("k", "vv"))).isEqualTo("00000001" + "00000001" + "6b" + "00000002" + "7676");
    }

    @Test
    void theOrderOfEntriesDoesNotMatter() {
        Map<String, String> oneWay = new LinkedHashMap<>();
        oneWay.put("a", "1");
        oneWay.put("b", "2");
        Map<String, String> theOther = new LinkedHashMap<>();
        theOther.put("b", "2");
        theOther.put("a", "1");

        assertThat(hex(oneWay)).isEqualTo(hex(theOther));
    }

    @Test
    void namesAreSortedByTheirBytesNotTheirChars() {
        // U+FF5E comes after U+1F600 in UTF-16 code units, and before it in UTF-8.
        String canonical = hex(Map.of("\uFF5E", "", "\uD83D\uDE00", ""));

        assertThat(canonical.indexOf("efbd9e")).isLessThan(canonical.indexOf("f09f9880"));
    }

    @Test
    void textIsNotNormalised() {
        assertThat(hex(Map.of("k", "\u00E9"))).isNotEqualTo(hex(Map.of("k", "e\u0301")));
    }

    @Test
    void movingACharacterFromNameToValueMakesAnotherContext() {
        assertThat(hex(Map.of("ab", "c"))).isNotEqualTo(hex(Map.of("a", "bc")));
    }

    @Test
    void anUnpairedSurrogateIsRefused() {
        assertThatThrownBy(() -> EncryptionContext.of(Map.of("k", "\uD83D"))).isInstanceOf(KmsException.class);
    }

    private static String hex(Map<String, String> entries) {
        return HexFormat.of().formatHex(EncryptionContext.of(entries).canonical());
    }
}
