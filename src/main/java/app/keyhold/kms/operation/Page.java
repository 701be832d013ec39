package app.keyhold.kms.operation;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One page of a list.
///
/// @param nextMarker asks for the rest; empty on the last page
public record Page<T>(List<T> items, Optional<String> nextMarker) {
    public Page {
        items = List.copyOf(items);
    }

    public boolean truncated() {
        return nextMarker.isPresent();
    }

    public <U> List<U> map(Function<? super T, ? extends U> mapping) {
        return items.stream().<U>map(mapping).toList();
    }

    /// @param list name of the list and of what it is about; a marker of another list is refused
    /// @param positionOf what the source can go on after
    /// @throws KmsException InvalidMarkerException
    public static <T> Page<T> of(
            String list, Source<T> source, Function<T, String> positionOf, int limit, Optional<String> marker) {
        String after = marker.map(text -> Marker.parse(list, text).position()).orElse("");
        List<T> found = source.after(after, limit + 1);
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(new Marker(list, positionOf.apply(items.getLast())).text()));
    }

    /// A list at hand, in its own order.
    public static <T> Page<T> of(
            String list, List<T> all, Function<T, String> positionOf, int limit, Optional<String> marker) {
        return of(list, (after, most) -> rest(all, positionOf, after, most), positionOf, limit, marker);
    }

    private static <T> List<T> rest(List<T> all, Function<T, String> positionOf, String after, int limit) {
        int start = 0;
        if (!after.isEmpty()) {
            start = all.stream().map(positionOf).toList().indexOf(after) + 1;
            if (start == 0) {
                throw new KmsException(
                        Fault.InvalidMarkerException, "The marker's place in the list is gone. List from the start.");
            }
        }
        return all.subList(start, Math.min(all.size(), start + limit));
    }

    public interface Source<T> {
        /// @param after exclusive; empty for the start
        List<T> after(String after, int limit);
    }
}
