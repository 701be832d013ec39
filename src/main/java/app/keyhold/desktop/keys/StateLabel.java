package app.keyhold.desktop.keys;

import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Tone;
import app.keyhold.kms.key.KeyState;
import java.time.Instant;
import java.util.Optional;

/// A key's state in a word, with the tone of its dot.
public record StateLabel(Tone tone, String word) {
    public static StateLabel of(
            KeyState state, Optional<Instant> nextRotation, Optional<Instant> deletionDate, Moments moments) {
        return switch (state) {
            case Enabled ->
                nextRotation.filter(moments::isOverdue).isPresent()
                        ? new StateLabel(Tone.WARN, "Rotation due")
                        : new StateLabel(Tone.OK, "Enabled");
            case Disabled -> new StateLabel(Tone.OFF, "Disabled");
            case PendingDeletion, PendingReplicaDeletion ->
                new StateLabel(Tone.BAD, deletionDate.map(date -> deletion(date, moments)).orElse("Pending deletion"));
            case PendingImport -> new StateLabel(Tone.WARN, "Pending import");
            case Unavailable -> new StateLabel(Tone.WARN, "Unavailable");
            case Creating -> new StateLabel(Tone.OFF, "Creating");
            case Updating -> new StateLabel(Tone.OFF, "Updating");
        };
    }

    private static String deletion(Instant date, Moments moments) {
        long days = moments.daysUntil(date);
        if (days <= 0) {
            return "Deletes today";
        }
        return days == 1 ? "Deletes tomorrow" : "Deletes in " + days + " days";
    }
}
