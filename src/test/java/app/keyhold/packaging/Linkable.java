package app.keyhold.packaging;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What there is to link in advance, and what comes of it, one line each. The same class answers before and after.
public final class Linkable implements Supplier<List<String>> {
    sealed interface Shape {}

    record Everything(
            boolean truth, byte small, short shorter, char letter, int number, long large, float rough, double fine,
            @Nullable String text, List<String> several)
            implements Shape {}

    record Pair<A>(A one, Optional<A> other) implements Shape {}

    record Nothing() implements Shape {}

    @Override
    public List<String> get() {
        List<Record> records = records();
        return Stream.of(
                        records.stream().map(Record::hashCode),
                        records.stream().flatMap(one -> records.stream().map(one::equals)),
                        records.stream().map(one -> Objects.equals(one, null) || one.equals("text")),
                        Stream.concat(records.stream(), Stream.of("text", 7, List.of())).map(Linkable::kind),
                        records.stream().map(Record::toString))
                .flatMap(each -> each)
                .map(Object::toString)
                .toList();
    }

    private static String kind(Object value) {
        return switch (value) {
            case Everything all when all.number < 0 -> "negative";
            case Everything(_, _, _, char letter, _, _, _, _, _, _) when letter == 'x' -> "x";
            case Everything _ -> "everything";
            case Pair(String one, _) -> "text " + one;
            case Pair(_, Optional<?> other) when other.isPresent() -> "two";
            case Shape _ -> "shape";
            case String text -> "string " + text;
            case Number number -> "number " + number;
            default -> "other";
        };
    }

    private static List<Record> records() {
        return List.of(
                new Everything(true, (byte) 1, (short) 2, 'c', 3, 4L << 40, 5.5f, 6.25, "text", List.of("a", "b")),
                new Everything(true, (byte) 1, (short) 2, 'c', 3, 4L << 40, 5.5f, 6.25, "text", List.of("a", "b")),
                new Everything(false, (byte) -1, (short) -2, 'x', 3, -4L, Float.NaN, Double.NaN, null, List.of()),
                new Everything(false, (byte) -1, (short) -2, 'x', 3, -4L, Float.NaN, Double.NaN, null, List.of()),
                new Everything(false, (byte) -1, (short) -2, 'x', -3, -4L, 0f, -0.0, null, List.of()),
                new Everything(false, (byte) -1, (short) -2, 'x', -3, -4L, -0f, 0.0, null, List.of()),
                new Pair<>("a", Optional.empty()),
                new Pair<>(1, Optional.of(2)),
                new Pair<>(1, Optional.empty()),
                new Nothing(),
                new Nothing());
    }
}
