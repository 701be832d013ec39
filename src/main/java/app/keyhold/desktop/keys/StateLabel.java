package app.keyhold.desktop.keys;

import app.keyhold.desktop.part.Moments;
import app.keyhold.kms.key.KeyState;
import java.time.Instant;
import java.util.Optional;

/// A key's state as icon, word and colour; never colour alone.
///
/// @param tone style class of the badge
public record StateLabel(Tone tone, String word) {
    public enum Tone {
        GOOD,
        NEUTRAL,
        ATTENTION,
        DANGER
    }

    public static StateLabel of(
            KeyState state, Optional<Instant> nextRotation, Optional<Instant> deletionDate, Moments moments) {
        return switch (state) {
            case Enabled ->
                nextRotation.filter(moments::isOverdue).isPresent()
                        ? new StateLabel(Tone.ATTENTION, "Rotation due")
                        : new StateLabel(Tone.GOOD, "Enabled");
            case Disabled -> new StateLabel(Tone.NEUTRAL, "Disabled");
            case PendingDeletion, PendingReplicaDeletion ->
                new StateLabel(Tone.DANGER, deletionDate.map(date -> deletion(date, moments)).orElse("Pending deletion"));
            case PendingImport -> new StateLabel(Tone.ATTENTION, "Pending import");
            case Unavailable -> new StateLabel(Tone.ATTENTION, "Unavailable");
            case Creating -> new StateLabel(Tone.NEUTRAL, "Creating");
            case Updating -> new StateLabel(Tone.NEUTRAL, "Updating");
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
