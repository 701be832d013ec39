package app.keyhold.desktop.audit;

import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A line of the timeline.
public sealed interface TimelineItem {
    Words WORDS = Words.of(TimelineItem.class);

    /// Stands above the events of one day.
    record DayHeader(LocalDate day) implements TimelineItem {}

    /// @param unfolded the newest event of the opened run it belongs to, where it belongs to one
    record Single(Event event, Optional<Long> unfolded) implements TimelineItem {}

    /// A run of events that differ in nothing but their time, newest first.
    record Fold(List<Event> events) implements TimelineItem {
        public Fold {
            events = List.copyOf(events);
        }

        public Event newest() {
            return events.getFirst();
        }

        public Duration length() {
            return Duration.between(events.getLast().time(), newest().time());
        }

        /// `×36 in 4 s`.
        public String count() {
            return WORDS.get("fold.count", events.size(), Counts.duration(length()));
        }
    }
}
