package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.rotation.Lane.Tone;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One line of the agenda: what happens to a key and when.
///
/// @param when empty for a key without anything scheduled
/// @param what `rotates`, `is deleted`
public record AgendaEntry(Lane lane, Optional<Instant> when, String what) {
    /// Everything about the keys that has a date, soonest first, then the rest by name.
    static List<AgendaEntry> of(List<Lane> lanes) {
        return lanes.stream()
                .map(lane -> new AgendaEntry(lane, lane.due(), what(lane)))
                .sorted(Comparator.comparing((AgendaEntry entry) -> entry.when().orElse(Instant.MAX))
                        .thenComparing(entry -> entry.lane().name()))
                .toList();
    }

    /// What is still to come within so many days.
    static Stream<AgendaEntry> within(List<AgendaEntry> agenda, int days, Moments moments) {
        return agenda.stream()
                .filter(entry -> entry.when()
                        .filter(when -> !moments.isOverdue(when) && moments.daysUntil(when) <= days)
                        .isPresent());
    }

    private static String what(Lane lane) {
        return switch (lane.tone()) {
            case DELETION -> "is deleted";
            case OVERDUE -> "was due to rotate";
            case PLANNED -> "rotates";
            case NONE -> "nothing scheduled";
        };
    }

    boolean isDeletion() {
        return lane.tone() == Tone.DELETION;
    }
}
