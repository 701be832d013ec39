package app.keyhold.desktop.restore;

import app.keyhold.kms.operation.screen.QueryContents.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is in a backup, beside what the same vault holds today where that is known. What differs comes first.
record Comparison(VaultContents then, Optional<VaultContents> now, List<Line> lines) {
    Comparison {
        lines = List.copyOf(lines);
    }

    /// One key.
    ///
    /// @param difference empty while there is nothing to compare with
    record Line(
            String region, String keyId, Optional<Content> then, Optional<Content> now, Optional<Difference> difference) {
        /// Its first alias today, else then; else its id.
        String name() {
            return now.or(() -> then)
                    .flatMap(key -> key.aliases().stream().findFirst())
                    .or(() -> then.flatMap(key -> key.aliases().stream().findFirst()))
                    .orElse(keyId);
        }
    }

    static Comparison alone(VaultContents then) {
        var lines = new ArrayList<Line>();
        then.keys().forEach((region, keys) -> keys.forEach(key ->
                lines.add(new Line(region, key.keyId(), Optional.of(key), Optional.empty(), Optional.empty()))));
        lines.sort(Comparator.comparing(Line::name));
        return new Comparison(then, Optional.empty(), lines);
    }

    static Comparison of(VaultContents then, VaultContents now) {
        var lines = new ArrayList<Line>();
        var regions = new TreeSet<>(then.keys().keySet());
        regions.addAll(now.keys().keySet());
        for (String region : regions) {
            compare(region, byId(then, region), byId(now, region), lines);
        }
        lines.sort(Comparator.comparing((Line line) -> line.difference().orElseThrow()).thenComparing(Line::name));
        return new Comparison(then, Optional.of(now), lines);
    }

    private static Map<String, Content> byId(VaultContents contents, String region) {
        return contents.keys().getOrDefault(region, List.of()).stream()
                .collect(Collectors.toMap(Content::keyId, Function.identity()));
    }

    private static void compare(String region, Map<String, Content> then, Map<String, Content> now, List<Line> lines) {
        var ids = new TreeSet<>(then.keySet());
        ids.addAll(now.keySet());
        for (String id : ids) {
            var before = Optional.ofNullable(then.get(id));
            var today = Optional.ofNullable(now.get(id));
            var difference = before.isEmpty()
                    ? Difference.ONLY_TODAY
                    : today.isEmpty() ? Difference.ONLY_BACKUP : Difference.between(before.get(), today.get());
            lines.add(new Line(region, id, before, today, Optional.of(difference)));
        }
    }

    long count(Difference difference) {
        return lines.stream().filter(line -> line.difference().filter(difference::equals).isPresent()).count();
    }
}
