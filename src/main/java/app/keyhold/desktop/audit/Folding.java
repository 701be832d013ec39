package app.keyhold.desktop.audit;

import app.keyhold.desktop.audit.TimelineItem.DayHeader;
import app.keyhold.desktop.audit.TimelineItem.Fold;
import app.keyhold.desktop.audit.TimelineItem.Single;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lays events out as lines: a header a day, and one line for a run of three or more that differ in nothing but time.
public final class Folding {
    private static final int SHORTEST_RUN = 3;

    private final ZoneId zone;

    public Folding(ZoneId zone) {
        this.zone = zone;
    }

    /// @param events newest first
    /// @param unfolded numbers of the newest events of the runs a person has opened
    public List<TimelineItem> lines(List<Event> events, Set<Long> unfolded) {
        List<TimelineItem> lines = new ArrayList<>();
        LocalDate day = LocalDate.MAX;
        for (int at = 0; at < events.size(); ) {
            Event newest = events.get(at);
            LocalDate itsDay = newest.time().atZone(zone).toLocalDate();
            if (!itsDay.equals(day)) {
                day = itsDay;
                lines.add(new DayHeader(day));
            }
            int end = endOfRun(events, at, day);
            List<Event> run = events.subList(at, end);
            boolean open = unfolded.contains(newest.number());
            if (run.size() >= SHORTEST_RUN && !open) {
                lines.add(new Fold(run));
            } else {
                Optional<Long> opened = open ? Optional.of(newest.number()) : Optional.empty();
                run.forEach(event -> lines.add(new Single(event, opened)));
            }
            at = end;
        }
        return lines;
    }

    private int endOfRun(List<Event> events, int start, LocalDate day) {
        int end = start + 1;
        while (end < events.size()
                && alike(events.get(start), events.get(end))
                && events.get(end).time().atZone(zone).toLocalDate().equals(day)) {
            end++;
        }
        return end;
    }

    private static boolean alike(Event one, Event other) {
        return one.name().equals(other.name())
                && one.result() == other.result()
                && one.principalArn().equals(other.principalArn())
                && one.via().equals(other.via())
                && one.resources().equals(other.resources())
                && one.errorCode().equals(other.errorCode());
    }
}
