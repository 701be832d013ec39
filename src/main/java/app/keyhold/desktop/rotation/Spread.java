package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Moments;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A day on which too many keys rotate at once, and where some of them could go instead: to the days after it that still
/// have room. A period counts from the day it is set, so none can be moved nearer than the shortest period.
///
/// @param count how many rotate on `day`
record Spread(LocalDate day, int count, List<Move> moves) {
    static final int ROOM = 10;

    /// @param days the key's new period
    record Move(Lane lane, LocalDate to, int days) {}

    Spread {
        moves = List.copyOf(moves);
    }

    /// The fullest day that has too many, the first of equals.
    static Optional<Spread> of(List<Lane> lanes, Moments moments) {
        Map<LocalDate, List<Lane>> byDay = lanes.stream()
                .filter(lane -> lane.tone() == Lane.Tone.PLANNED)
                .collect(Collectors.groupingBy(
                        lane -> moments.day(lane.row().next().orElseThrow()), TreeMap::new, Collectors.toList()));
        return byDay.entrySet().stream()
                .filter(day -> day.getValue().size() > ROOM)
                .reduce((one, other) -> other.getValue().size() > one.getValue().size() ? other : one)
                .map(fullest -> of(fullest.getKey(), fullest.getValue(), byDay, moments))
                .filter(spread -> !spread.moves().isEmpty());
    }

    private static Spread of(LocalDate day, List<Lane> lanes, Map<LocalDate, List<Lane>> byDay, Moments moments) {
        Map<LocalDate, Integer> taken = new HashMap<>();
        byDay.forEach((other, keys) -> taken.put(other, keys.size()));
        LocalDate earliest = moments.today().plusDays(Draft.SHORTEST);
        LocalDate to = day.plusDays(1).isBefore(earliest) ? earliest : day.plusDays(1);
        List<Move> moves = new ArrayList<>();
        List<Lane> movable = lanes.stream().filter(Lane::canChangePeriod).toList();
        int most = lanes.size() - ROOM;
        for (Lane lane : movable.subList(Math.max(0, movable.size() - most), movable.size())) {
            while (taken.getOrDefault(to, 0) >= ROOM) {
                to = to.plusDays(1);
            }
            taken.merge(to, 1, Integer::sum);
            moves.add(new Move(lane, to, (int) ChronoUnit.DAYS.between(moments.today(), to)));
        }
        return new Spread(day, lanes.size(), moves);
    }
}
