package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SheetTextTest {
    private static final String PAGE = """
            KEYHOLD RECOVERY SHEET

            Vault              personal
            Vault id           4f9c6a70-7a2e-4a7c-9a52-0f9d3b1c2d3e
            User               owner
            Keyslot            7c1f6d2e-0000-4000-8000-000000000001
            Date               2026-11-24
            Audit fingerprint  abababababababababababababababab
                               abababababababababababababababab

            These 24 words open the vault without its passphrase. Keep this sheet like cash,
            away from the computer. Earlier sheets of this user have stopped working.

             1 word1            7 word7           13 word13          19 word19
             2 word2            8 word8           14 word14          20 word20
             3 word3            9 word9           15 word15          21 word21
             4 word4           10 word10          16 word16          22 word22
             5 word5           11 word11          17 word17          23 word23
             6 word6           12 word12          18 word18          24 word24

            To use it, type the words in their order, with one blank between each, where
            Keyhold asks for the passphrase.""";

    @Test
    void thePageIsTheSameForEveryFront() {
        String words = IntStream.rangeClosed(1, 24).mapToObj(number -> "word" + number).collect(Collectors.joining(" "));
        try (var sheet = new RecoverySheet(
                "4f9c6a70-7a2e-4a7c-9a52-0f9d3b1c2d3e",
                "7c1f6d2e-0000-4000-8000-000000000001",
                "owner",
                LocalDate.of(2026, 11, 24),
                "ab".repeat(32),
                SecretBytes.takeOver(words.getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(SheetText.of(sheet, Path.of("/home/eva/personal.keyhold"))).isEqualTo(PAGE);
        }
    }
}
