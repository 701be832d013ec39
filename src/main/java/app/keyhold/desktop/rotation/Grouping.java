package app.keyhold.desktop.rotation;

import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.keys.StateLabel;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What keys have in common that stand together on the Gantt, on a day of the month and in the agenda.
///
/// @param tag its key; empty unless it is by one
record Grouping(By by, String tag) {
    private static final Words WORDS = Words.of(Grouping.class);
    static final Grouping NONE = new Grouping(By.NOTHING, "");

    enum By {
        NOTHING,
        STATE,
        MANAGER,
        TAG
    }

    /// @param place among the groups; equal ones go by title
    record Group(int place, String title) implements Comparable<Group> {
        private static final Comparator<Group> ORDER =
                Comparator.comparingInt(Group::place).thenComparing(Group::title);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    /// All that these keys can be grouped by.
    static List<Grouping> choices(List<Lane> lanes) {
        Stream<Grouping> tags = lanes.stream()
                .flatMap(lane -> lane.row().tags().stream())
                .map(Tag::tagKey)
                .distinct()
                .sorted()
                .map(key -> new Grouping(By.TAG, key));
        return Stream.concat(
                        Arrays.stream(By.values()).filter(by -> by != By.TAG).map(by -> new Grouping(by, "")), tags)
                .toList();
    }

    Group group(Lane lane, Moments moments) {
        return switch (by) {
            case NOTHING -> new Group(0, "");
            case STATE ->
                new Group(
                        lane.row().state().ordinal(),
                        StateLabel.of(lane.row().state(), Optional.empty(), Optional.empty(), moments).word());
            case MANAGER ->
                new Group(lane.isServiceManaged() ? 1 : 0, KeyWords.manager(lane.row().manager()));
            case TAG ->
                lane.row().tags().stream()
                        .filter(one -> one.tagKey().equals(tag))
                        .findFirst()
                        .map(one -> new Group(0, WORDS.get("group.tagged", tag, one.tagValue())))
                        .orElseGet(() -> new Group(1, WORDS.get("group.untagged", tag)));
        };
    }

    /// The keys group by group, each group under its heading; without grouping the keys alone, as they are.
    List<GanttRow> rows(List<Lane> lanes, Moments moments) {
        if (by == By.NOTHING) {
            return List.copyOf(lanes);
        }
        Map<Group, List<Lane>> groups =
                lanes.stream().collect(Collectors.groupingBy(lane -> group(lane, moments), TreeMap::new, Collectors.toList()));
        List<GanttRow> rows = new ArrayList<>();
        groups.forEach((group, members) -> {
            rows.add(new GanttRow.Heading(group.title(), members.size()));
            rows.addAll(members);
        });
        return rows;
    }

    /// The same for what happens to them.
    List<AgendaEntry> entries(List<AgendaEntry> entries, Moments moments) {
        return entries.stream()
                .sorted(Comparator.comparing(entry -> group(entry.lane(), moments)))
                .toList();
    }

    /// `State`, `Tag team`
    String title() {
        return by == By.TAG ? WORDS.get("group.tag", tag) : WORDS.get(by);
    }

    /// How it is remembered: `state`, `tag:team`.
    String note() {
        return by == By.TAG ? "tag:" + tag : by.name().toLowerCase(Locale.ROOT); // not words
    }

    static Grouping of(String note) {
        if (note.startsWith("tag:")) {
            return new Grouping(By.TAG, note.substring("tag:".length()));
        }
        return Arrays.stream(By.values())
                .filter(by -> by != By.TAG && by.name().toLowerCase(Locale.ROOT).equals(note))
                .findFirst()
                .map(by -> new Grouping(by, ""))
                .orElse(NONE);
    }
}
