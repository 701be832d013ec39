package app.keyhold.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import javafx.scene.AccessibleAttribute;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class SecretFieldTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void keepsNothingButBulletsInTheControl() {
        String shown = with("hunter2", SecretField::getText);

        assertThat(shown).isEqualTo("\u2022".repeat(7));
    }

    @Test
    void givesThePassphraseInUtf8() {
        String secret = with("pässwörd", field -> field.secret().use(bytes -> new String(bytes, StandardCharsets.UTF_8)));

        assertThat(secret).isEqualTo("pässwörd");
    }

    @Test
    void deletesInTheMiddle() {
        String secret = with("abcdef", field -> {
            field.deleteText(1, 3);
            return new String(field.secretCharacters());
        });

        assertThat(secret).isEqualTo("adef");
    }

    @Test
    void forgetsWhenWiped() {
        int length = with("hunter2", field -> {
            field.wipe();
            return field.secretLength() + field.getLength();
        });

        assertThat(length).isZero();
    }

    @Test
    void speaksNothingToScreenReaders() {
        Object spoken = with("hunter2", field -> field.queryAccessibleAttribute(AccessibleAttribute.TEXT));

        assertThat(spoken).isEqualTo("");
    }

    @Test
    void cutsWhatIsTooLong() {
        int length = with("x".repeat(2000), SecretField::secretLength);

        assertThat(length).isEqualTo(SecretField.LIMIT);
    }

    private static <T> T with(String typed, Function<SecretField, T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            var field = new SecretField();
            field.replaceText(0, 0, typed);
            return look.apply(field);
        });
    }
}
