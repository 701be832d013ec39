package app.keyhold.desktop.keys.policy;

import java.util.ArrayList;
import java.util.List;

/// What one element of a statement names, or all but that: `Action` and `NotAction`.
record Terms(boolean negated, List<String> values) {
    Terms {
        values = List.copyOf(values);
    }

    static Terms of(String... values) {
        return new Terms(false, List.of(values));
    }

    Terms with(String value) {
        if (values.contains(value)) {
            return this;
        }
        List<String> more = new ArrayList<>(values);
        more.add(value);
        return new Terms(negated, more);
    }

    Terms without(String value) {
        return new Terms(negated, values.stream().filter(one -> !one.equals(value)).toList());
    }

    Terms withNegated(boolean now) {
        return new Terms(now, values);
    }
}
