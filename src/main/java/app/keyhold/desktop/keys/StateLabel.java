package app.keyhold.desktop.keys;

import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.KeyState;
import java.time.Instant;
import java.util.Optional;

/// A key's state in a word, with the tone of its dot.
public record StateLabel(Tone tone, String word) {
    private static final Words WORDS = Words.of(StateLabel.class);

    public static StateLabel of(
            KeyState state, Optional<Instant> nextRotation, Optional<Instant> deletionDate, Moments moments) {
        return switch (state) {
            case Enabled ->
                nextRotation.filter(moments::isOverdue).isPresent()
                        ? new StateLabel(Tone.WARN, WORDS.get("state.rotationDue"))
                        : new StateLabel(Tone.OK, WORDS.get("state.enabled"));
            case Disabled -> new StateLabel(Tone.OFF, WORDS.get("state.disabled"));
            case PendingDeletion, PendingReplicaDeletion ->
                new StateLabel(Tone.BAD, deletionDate.map(date -> deletion(date, moments)).orElseGet(() -> WORDS.get("state.pendingDeletion")));
            case PendingImport -> new StateLabel(Tone.WARN, WORDS.get("state.pendingImport"));
            case Unavailable -> new StateLabel(Tone.WARN, WORDS.get("state.unavailable"));
            case Creating -> new StateLabel(Tone.OFF, WORDS.get("state.creating"));
            case Updating -> new StateLabel(Tone.OFF, WORDS.get("state.updating"));
        };
    }

    private static String deletion(Instant date, Moments moments) {
        long days = moments.daysUntil(date);
        if (days <= 0) {
            return WORDS.get("state.deletesToday");
        }
        return days == 1 ? WORDS.get("state.deletesTomorrow") : WORDS.get("state.deletesIn", days);
    }
}
