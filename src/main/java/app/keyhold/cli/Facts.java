package app.keyhold.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names and values under each other, the values aligned.
public final class Facts {
    private record Fact(String name, String value) {}

    private final List<Fact> facts = new ArrayList<>();

    public Facts add(String name, Object value) {
        facts.add(new Fact(name, Plain.line(value.toString())));
        return this;
    }

    /// Nothing if there is no value.
    public Facts add(String name, Optional<?> value) {
        value.ifPresent(there -> add(name, there));
        return this;
    }

    @Override
    public String toString() {
        int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        var text = new StringBuilder();
        for (Fact fact : facts) {
            text.append(fact.name())
                    .repeat(' ', width - fact.name().length())
                    .append("  ")
                    .append(fact.value());
            text.append('\n');
        }
        return text.isEmpty() ? "" : text.deleteCharAt(text.length() - 1).toString();
    }
}
