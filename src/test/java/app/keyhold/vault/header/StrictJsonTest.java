package app.keyhold.vault.header;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.vault.VaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void readsEveryKindOfMember() {
        var json = StrictJson.read("It", """
                {"text": "ä\\u00e9", "number": -9223372036854775808, "flag": true, "inner": {"list": [{}, {}]}}
                """.getBytes(UTF_8));
        assertThat(json.text("text")).isEqualTo("äé");
        assertThat(json.number("number")).isEqualTo(Long.MIN_VALUE);
        assertThat(json.flag("flag")).isTrue();
        assertThat(json.inner("inner").list("list", 2)).hasSize(2);
        json.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "{", "[]", "7", "{} {}", "{\"a\": 1, \"a\": 2}", "{\"a\": 01}", "{\"a\": 1,}", "{'a': 1}", "{\"a\": NaN}",
                "{\"a\": [[[[[[[[1]]]]]]]]}", "\uFEFF{}", "{\"a\": \"\n\"}", "{\"a\": 1} // so far"
            })
    void refusesWhatIsNotOneStrictObject(String text) {
        refuses(text.getBytes(UTF_8));
    }

    @Test
    void refusesWhatIsNoUtf8() {
        refuses("{\"a\": \"\u00e4\"}".getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e3", "9223372036854775808", "\"1\"", "null", "123456789012345678901234567890"})
    void refusesWhatIsNoWholeNumber(String number) {
        var json = StrictJson.read("It", ("{\"a\": " + number + "}").getBytes(UTF_8));
        assertThatThrownBy(() -> json.number("a")).isInstanceOf(VaultException.class).hasMessageContaining("no whole number in a");
    }

    @Test
    void refusesMembersNobodyAskedFor() {
        var json = StrictJson.read("It", "{\"a\": 1, \"b\": 2}".getBytes(UTF_8));
        json.number("a");
        assertThatThrownBy(json::end).isInstanceOf(VaultException.class).hasMessageContaining("never writes");
    }

    private static void refuses(byte[] bytes) {
        assertThatThrownBy(() -> StrictJson.read("It", bytes))
                .isInstanceOf(VaultException.class)
                .hasMessageStartingWith("It is no ")
                .hasMessageNotContaining("\u00e4");
    }
}
