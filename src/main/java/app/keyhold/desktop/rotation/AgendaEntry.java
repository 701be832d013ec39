package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One line of the agenda: what happens to a key and when.
///
/// @param when empty for a key without anything scheduled
public record AgendaEntry(Lane lane, Optional<Instant> when, Kind kind) {
    private static final Words WORDS = Words.of(AgendaEntry.class);

    public enum Kind {
        ROTATED,
        OVERDUE,
        ROTATES,
        EXPIRES,
        DELETED,
        NOTHING
    }

    /// Everything about the keys that has a date, soonest first, then the rest by name.
    static List<AgendaEntry> of(List<Lane> lanes) {
        return lanes.stream()
                .map(lane -> new AgendaEntry(lane, lane.due(), kind(lane)))
                .sorted(Comparator.comparing((AgendaEntry entry) -> entry.when().orElse(Instant.MAX))
                        .thenComparing(entry -> entry.lane().name()))
                .toList();
    }

    /// The rotations that were done; no agenda has them, the month has.
    static Stream<AgendaEntry> past(List<Lane> lanes) {
        return lanes.stream().flatMap(lane -> lane.row().materials().stream()
                .filter(span -> span.rotation().isPresent())
                .map(span -> new AgendaEntry(lane, Optional.of(span.from()), Kind.ROTATED)));
    }

    /// What is still to come within so many days.
    static Stream<AgendaEntry> within(List<AgendaEntry> agenda, int days, Moments moments) {
        return agenda.stream()
                .filter(entry -> entry.when()
                        .filter(when -> !moments.isOverdue(when) && moments.daysUntil(when) <= days)
                        .isPresent());
    }

    private static Kind kind(Lane lane) {
        return switch (lane.tone()) {
            case DELETION -> Kind.DELETED;
            case EXPIRES -> Kind.EXPIRES;
            case OVERDUE -> Kind.OVERDUE;
            case PLANNED -> Kind.ROTATES;
            case NONE -> Kind.NOTHING;
        };
    }

    /// `rotates`, `is deleted`
    public String what() {
        return WORDS.get(kind);
    }

    /// `payroll rotates`
    String sentence() {
        return WORDS.get("agenda.sentence", lane.name(), what());
    }

    boolean isDeletion() {
        return kind == Kind.DELETED;
    }
}
