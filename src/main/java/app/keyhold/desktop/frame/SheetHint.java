package app.keyhold.desktop.frame;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.slot.RecoveryWords;
import app.keyhold.vault.slot.RecoveryWords.Reading;
import java.util.Optional;

/// How far the words of a recovery sheet have come while they are typed.
///
/// @param complete whether they are those of a sheet
public record SheetHint(Tone tone, String text, boolean complete) {
    private static final Words WORDS = Words.of(SheetHint.class);
    static final SheetHint NONE = new SheetHint(Tone.OFF, "", false);

    /// No key derivation, so at once.
    static SheetHint of(SecretBytes typed, int count) {
        return count == 0 ? NONE : of(RecoveryWords.read(typed), count);
    }

    private static SheetHint of(Reading reading, int count) {
        return switch (reading) {
            case Reading.Words(SecretBytes entropy) -> {
                entropy.close();
                yield new SheetHint(Tone.OK, WORDS.get("sheetWords.right"), true);
            }
            case Reading.Typo(int position, Optional<String> meant) ->
                new SheetHint(
                        Tone.WARN,
                        meant.map(word -> WORDS.get("sheetWords.typo", position, word))
                                .orElseGet(() -> WORDS.get("sheetWords.unknown", position)),
                        false);
            case Reading.Mismatch() -> new SheetHint(Tone.WARN, WORDS.get("sheetWords.mismatch"), false);
            case Reading.NoWords() when count == RecoveryWords.COUNT ->
                new SheetHint(Tone.WARN, WORDS.get("sheetWords.none"), false);
            case Reading.NoWords() ->
                new SheetHint(Tone.OFF, WORDS.get("sheetWords.count", count, RecoveryWords.COUNT), false);
        };
    }
}
