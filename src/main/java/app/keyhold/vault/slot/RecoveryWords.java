package app.keyhold.vault.slot;

import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// 256 random bits and an 8-bit checksum (the first byte of their SHA-256) as 24 words of 11 bits, from a list in which no
/// two words share their first four letters or differ by a single slip of the pen.
public final class RecoveryWords {
    public static final int COUNT = 24;
    private static final int ENTROPY_BYTES = 32;
    private static final int BITS = 11;
    private static final List<String> WORDS = load();
    private static final Map<String, Integer> NUMBERS = numbers();

    private RecoveryWords() {}

    /// What a text turned out to be.
    public sealed interface Reading {
        /// Words with a right checksum; whoever receives the entropy closes it.
        record Words(SecretBytes entropy) implements Reading {}

        /// 24 words, and one of them is not in the list.
        ///
        /// @param position from 1
        /// @param meant the nearest word of the list, if one is near
        record Typo(int position, Optional<String> meant) implements Reading {}

        /// 24 words of the list that don't fit together: one is another word, or two changed places.
        record Mismatch() implements Reading {}

        /// Something else, such as a passphrase.
        record NoWords() implements Reading {}
    }

    static List<String> list() {
        return WORDS;
    }

    /// 256 fresh random bits.
    public static SecretBytes newEntropy() {
        return Randomness.secret(ENTROPY_BYTES);
    }

    /// Lower case, single blanks between.
    public static SecretBytes spell(SecretBytes entropy) {
        return entropy.use(bits -> {
            var all = withChecksum(bits);
            var text = new StringBuilder();
            for (int word = 0; word < COUNT; word++) {
                text.append(word == 0 ? "" : " ").append(WORDS.get(number(all, word)));
            }
            Arrays.fill(all, (byte) 0);
            var spelled = SecretBytes.takeOver(text.toString().getBytes(StandardCharsets.US_ASCII));
            text.setLength(0);
            return spelled;
        });
    }

    /// Case, line ends and anything between words that is no letter (such as the numbers of a printed sheet) don't matter.
    public static Reading read(SecretBytes typed) {
        return typed.use(bytes -> {
            // Strings can't be wiped: a passphrase, which hardly ever has 24 words, never becomes one.
            if (countWords(bytes) != COUNT) {
                return new Reading.NoWords();
            }
            var words = new String(bytes, StandardCharsets.UTF_8)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}]+", " ")
                    .strip()
                    .split(" ");
            long known = Arrays.stream(words).filter(NUMBERS::containsKey).count();
            // A passphrase may well have 24 words; only one that is nearly all from this list is meant as a sheet's.
            if (words.length != COUNT || known < COUNT - 4) {
                return new Reading.NoWords();
            }
            for (int position = 0; position < COUNT; position++) {
                if (!NUMBERS.containsKey(words[position])) {
                    return new Reading.Typo(position + 1, nearest(words[position]));
                }
            }
            return fit(words);
        });
    }

    /// Runs of letters; a byte beyond ASCII counts as one.
    private static int countWords(byte[] bytes) {
        int words = 0;
        boolean inWord = false;
        for (byte one : bytes) {
            boolean letter = one < 0 || Character.isLetter(one);
            words += letter && !inWord ? 1 : 0;
            inWord = letter;
        }
        return words;
    }

    private static Reading fit(String[] words) {
        var all = new byte[ENTROPY_BYTES + 1];
        for (int word = 0; word < COUNT; word++) {
            int number = NUMBERS.getOrDefault(words[word], 0);
            for (int bit = 0; bit < BITS; bit++) {
                int position = word * BITS + bit;
                if ((number >> (BITS - 1 - bit) & 1) != 0) {
                    all[position / 8] |= (byte) (0x80 >> position % 8);
                }
            }
        }
        var entropy = Arrays.copyOf(all, ENTROPY_BYTES);
        var expected = withChecksum(entropy);
        try {
            if (!MessageDigest.isEqual(expected, all)) {
                Arrays.fill(entropy, (byte) 0);
                return new Reading.Mismatch();
            }
            return new Reading.Words(SecretBytes.takeOver(entropy));
        } finally {
            Arrays.fill(all, (byte) 0);
            Arrays.fill(expected, (byte) 0);
        }
    }

    private static byte[] withChecksum(byte[] entropy) {
        try {
            var all = Arrays.copyOf(entropy, ENTROPY_BYTES + 1);
            all[ENTROPY_BYTES] = MessageDigest.getInstance("SHA-256").digest(entropy)[0];
            return all;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int number(byte[] all, int word) {
        int number = 0;
        for (int bit = word * BITS; bit < (word + 1) * BITS; bit++) {
            number = number << 1 | all[bit / 8] >> (7 - bit % 8) & 1;
        }
        return number;
    }

    private static Optional<String> nearest(String typed) {
        return WORDS.stream()
                .filter(word -> EditDistance.between(word, typed) <= 2)
                .min(Comparator.comparingInt(word -> EditDistance.between(word, typed)));
    }

    private static Map<String, Integer> numbers() {
        var numbers = new HashMap<String, Integer>();
        for (int number = 0; number < WORDS.size(); number++) {
            numbers.put(WORDS.get(number), number);
        }
        return Map.copyOf(numbers);
    }

    private static List<String> load() {
        try (var in = RecoveryWords.class.getResourceAsStream("recovery-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("recovery-words.txt is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
