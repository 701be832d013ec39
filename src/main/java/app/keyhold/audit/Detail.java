package app.keyhold.audit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A value inside an event: what JSON can say, without knowing JSON. Member names are sorted, so one value has one form.
public sealed interface Detail {
    Members NOTHING = new Members(Collections.emptySortedMap());

    record Text(String value) implements Detail {}

    record Number(long value) implements Detail {}

    record Flag(boolean value) implements Detail {}

    record Items(List<Detail> values) implements Detail {
        public Items {
            values = List.copyOf(values);
        }
    }

    record Members(SortedMap<String, Detail> values) implements Detail {
        public Members {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        public boolean isEmpty() {
            return values.isEmpty();
        }
    }

    static Members members(Map<String, ? extends Detail> values) {
        return new Members(new TreeMap<>(values));
    }
}
