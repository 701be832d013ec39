package app.keyhold.vault.slot;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.slot.RecoveryWords.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryWordsTest {
    private final SecretBytes entropy = RecoveryWords.newEntropy();
    private final List<String> words = words(RecoveryWords.spell(entropy));

    @Test
    void theListHas2048WordsThatDifferInTheirFirstFourLetters() {
        var beginnings = new HashSet<String>();
        RecoveryWords.list().forEach(word -> beginnings.add(word.substring(0, 4)));

        assertThat(beginnings).hasSize(2048);
        assertThat(RecoveryWords.list()).isSorted().allMatch(word -> word.matches("[a-z]{4,7}"));
    }

    @Test
    void oneSlipOfThePenNeverMakesAnotherWord() {
        var list = RecoveryWords.list();
        for (int one = 0; one < list.size(); one += 7) {
            for (var other : list) {
                assertThat(EditDistance.between(list.get(one), other))
                        .as("%s and %s", list.get(one), other)
                        .isNotEqualTo(1);
            }
        }
    }

    @Test
    void whatWasSpelledIsReadBack() {
        assertThat(read(String.join(" ", words))).isEqualTo(hex(entropy));
    }

    @Test
    void theSpellingOfKnownBitsNeverChanges() {
        var zeros = RecoveryWords.spell(SecretBytes.takeOver(new byte[32]));

        // SHA-256 of 32 zero bytes begins with 0x66: the last word is number 0x066.
        assertThat(words(zeros).subList(0, 23)).containsOnly(RecoveryWords.list().getFirst());
        assertThat(words(zeros).getLast()).isEqualTo(RecoveryWords.list().get(0x66));
    }

    @Test
    void caseNumbersAndLineEndsDoNotMatter() {
        var printed = new StringBuilder();
        for (int position = 0; position < words.size(); position++) {
            printed.append(position + 1).append(". ").append(words.get(position).toUpperCase(Locale.ROOT)).append("\r\n");
        }

        assertThat(read(printed.toString())).isEqualTo(hex(entropy));
    }

    @Test
    void aTypoPointsAtTheWordAndSaysWhatWasMeant() {
        // A fixed sheet: some slips lie as near to another word as to the one that was meant.
        var typed = new ArrayList<>(words(RecoveryWords.spell(SecretBytes.copyOf(new byte[32]))));
        var meant = typed.get(6);
        typed.set(6, meant.charAt(0) + "q" + meant.substring(1));

        var reading = (Reading.Typo) reading(String.join(" ", typed));

        assertThat(reading.position()).isEqualTo(7);
        assertThat(reading.meant()).contains(meant);
    }

    @Test
    void wordsOfAnotherSheetDoNotFitTogether() {
        int caught = 0;
        for (int round = 0; round < 64; round++) {
            var mixed = new ArrayList<>(words(RecoveryWords.spell(RecoveryWords.newEntropy())));
            Collections.swap(mixed, 0, 23);
            caught += reading(String.join(" ", mixed)) instanceof Reading.Mismatch ? 1 : 0;
        }

        // An 8-bit checksum lets one in 256 pass; of 64 more than 4 hardly ever do.
        assertThat(caught).isGreaterThan(60);
    }

    @Test
    void aPassphraseIsNoSheetEvenWith24Words() {
        assertThat(reading("correct horse battery staple")).isInstanceOf(Reading.NoWords.class);
        assertThat(reading("xyzzy ".repeat(24))).isInstanceOf(Reading.NoWords.class);
    }

    private static String read(String typed) {
        return hex(((Reading.Words) reading(typed)).entropy());
    }

    private static Reading reading(String typed) {
        return RecoveryWords.read(SecretBytes.takeOver(typed.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> words(SecretBytes text) {
        return Arrays.asList(text.use(bytes -> new String(bytes, StandardCharsets.US_ASCII)).split(" "));
    }

    private static String hex(SecretBytes secret) {
        return secret.use(Blob::of).hex();
    }
}
