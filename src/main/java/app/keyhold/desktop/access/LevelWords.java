package app.keyhold.desktop.access;

import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.QueryAccess.Cell;
import app.keyhold.kms.operation.screen.QueryAccess.Level;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;

/// How far somebody gets with a key: a glyph, a word and a colour.
final class LevelWords {
    private static final Words WORDS = Words.of(LevelWords.class);

    private LevelWords() {}

    static String word(Cell cell) {
        return switch (cell.level()) {
            case FULL -> WORDS.get("level.full");
            case USE -> WORDS.get("level.use");
            case PART_AND_ADMINISTRATION -> WORDS.get("level.partAndAdministration", uses(cell));
            case PART -> WORDS.get("level.part", uses(cell));
            case ADMINISTRATION -> WORDS.get("level.administration");
            case NONE -> WORDS.get("level.none");
            case DENIED -> WORDS.get("level.denied");
        };
    }

    /// `Encrypt`
    private static String uses(Cell cell) {
        return cell.allowed().stream()
                .map(action -> action.substring(action.indexOf(':') + 1))
                .collect(Collectors.joining(", "));
    }

    static void show(Cell cell, StateBadge on) {
        on.show(tone(cell.level()), word(cell), glyph(cell));
    }

    private static Tone tone(Level level) {
        return switch (level) {
            case FULL, USE -> Tone.OK;
            case PART, PART_AND_ADMINISTRATION -> Tone.INFO;
            case ADMINISTRATION -> Tone.WARN;
            case NONE -> Tone.OFF;
            case DENIED -> Tone.BAD;
        };
    }

    private static Feather glyph(Cell cell) {
        return switch (cell.level()) {
            case FULL -> Feather.CHECK_CIRCLE;
            case USE -> Feather.CHECK;
            case PART, PART_AND_ADMINISTRATION ->
                cell.allowed().contains("kms:Decrypt") ? Feather.UNLOCK : Feather.LOCK; // not words
            case ADMINISTRATION -> Feather.SETTINGS;
            case NONE -> Feather.MINUS;
            case DENIED -> Feather.SLASH;
        };
    }
}
