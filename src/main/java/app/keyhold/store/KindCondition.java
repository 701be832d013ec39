package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.EventFilter;
import app.keyhold.audit.EventFilter.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// Which kinds of rows a filter asks for, as a condition; times are asked for apart from it.
final class KindCondition {
    private final EventFilter filter;
    private final List<String> parts = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    KindCondition(EventFilter filter) {
        this.filter = filter;
        if (!filter.resources().isEmpty()) {
            part("k.id IN (SELECT r.kind FROM audit_resources r WHERE r.resource IN " + marks(filter.resources()) + ")", filter.resources().toArray());
        }
        column("k.name", filter.names());
        column("k.principal", filter.principals());
        column("k.source", filter.sources());
        filter.text().ifPresent(this::text);
        filter.result().ifPresent(result -> part("k.result = ?", AuditCodes.of(result)));
        if (filter.hideReads()) {
            part("NOT (k.effect = ? AND k.result = ?)", AuditCodes.of(Effect.READ), AuditCodes.of(Result.ALLOWED));
        }
    }

    boolean takesAll() {
        return parts.isEmpty();
    }

    /// Whether it tells kinds apart by effect and result alone, so that what is counted together answers it.
    boolean isOfClasses() {
        return filter.resources().isEmpty()
                && filter.names().isEmpty()
                && filter.principals().isEmpty()
                && filter.sources().isEmpty()
                && filter.text().isEmpty();
    }

    /// `(SELECT …)` of the kinds' ids.
    String ids() {
        return "(SELECT k.id FROM audit_kinds k" + (parts.isEmpty() ? "" : " WHERE " + where()) + ")";
    }

    /// Over `audit_kinds k`; never empty.
    String where() {
        return parts.isEmpty() ? "1" : String.join(" AND ", parts);
    }

    /// The kinds that are counted together, of [#isOfClasses].
    List<Long> together() {
        List<Long> kinds = new ArrayList<>();
        for (Effect effect : Effect.values()) {
            for (Result result : Result.values()) {
                boolean hidden = filter.hideReads() && effect == Effect.READ && result == Result.ALLOWED;
                if (!hidden && filter.result().map(result::equals).orElse(true)) {
                    kinds.add(RollUp.together(effect, result));
                }
            }
        }
        return kinds;
    }

    Object[] arguments(Object... more) {
        List<Object> all = new ArrayList<>(arguments);
        Collections.addAll(all, more);
        return all.toArray();
    }

    private void column(String column, Collection<String> values) {
        if (!values.isEmpty()) {
            part(column + " IN " + marks(values), values.toArray());
        }
    }

    private void text(String text) {
        String pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        part(
                "(k.name LIKE ? ESCAPE '\\' OR k.principal LIKE ? ESCAPE '\\' OR k.error LIKE ? ESCAPE '\\'"
                        + " OR k.resources LIKE ? ESCAPE '\\')",
                pattern,
                pattern,
                pattern,
                pattern);
    }

    private void part(String sql, Object... values) {
        parts.add(sql);
        Collections.addAll(arguments, values);
    }

    static String marks(Collection<?> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }
}
