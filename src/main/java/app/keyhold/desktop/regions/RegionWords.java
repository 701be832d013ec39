package app.keyhold.desktop.regions;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.operation.ListRegions;
import org.kordamp.ikonli.feather.Feather;

/// How a Region stands, in a word.
final class RegionWords {
    private static final Words WORDS = Words.of(RegionWords.class);

    private RegionWords() {}

    static StateBadge badge(ListRegions.Region region) {
        if (!region.laterWrites().isEmpty()) {
            return new StateBadge(Tone.WARN, word(region));
        }
        if (!region.attached()) {
            return new StateBadge(Tone.OFF, word(region), Feather.WIFI_OFF);
        }
        return region.behindSince().isPresent()
                ? new StateBadge(Tone.WARN, word(region), Feather.CLOCK)
                : new StateBadge(Tone.OK, word(region));
    }

    static String word(ListRegions.Region region) {
        if (!region.laterWrites().isEmpty()) {
            return WORDS.get("state.toDecide", region.laterWrites().size());
        }
        if (!region.attached()) {
            return WORDS.get("state.away");
        }
        return region.behindSince().isPresent() ? WORDS.get("state.behind", region.waiting()) : WORDS.get("state.inStep");
    }

    static String sentence(ListRegions.Region region, Formats formats) {
        if (region.attached() && region.behindSince().isEmpty()) {
            return WORDS.get("sentence.inStep");
        }
        return region.behindSince()
                .map(since -> WORDS.get("sentence.behind", region.waiting(), formats.dateTime(since)))
                .orElseGet(() -> WORDS.get("sentence.inStepWhenLastSeen"));
    }
}
