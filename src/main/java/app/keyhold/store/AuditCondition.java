package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.EventFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A filter as the condition of a query over `audit a`. Where several parts could use an index, the one that usually
/// narrows most gets it: resource, then name, then result, then principal; a leading `+` keeps the others off theirs.
final class AuditCondition {
    private final List<String> parts = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();
    private boolean indexTaken;

    AuditCondition(EventFilter filter) {
        resources(filter.resources());
        column("a.name", filter.names());
        filter.result().ifPresent(result -> {
            int code = AuditCodes.of(result);
            if (code == AuditCodes.ALLOWED) {
                part("+a.result = ?", code);
            } else {
                part(own("a.result") + " = ? AND a.result <> 0", code);
            }
        });
        column("a.principal", filter.principals());
        filter.text().ifPresent(this::text);
        if (filter.hideReads()) {
            part("NOT (a.effect = ? AND +a.result = ?)", AuditCodes.of(Effect.READ), AuditCodes.ALLOWED);
        }
        filter.from().ifPresent(from -> part("a.time >= ?", from.toEpochMilli()));
        filter.until().ifPresent(until -> part("a.time < ?", until.toEpochMilli()));
    }

    /// The same over the roll-up, which knows names, principals, effects and results only.
    static AuditCondition ofHours(EventFilter filter) {
        return new AuditCondition(new EventFilter(
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                filter.principals(),
                filter.names(),
                filter.result(),
                Optional.empty(),
                filter.hideReads()));
    }

    static boolean isOfHours(EventFilter filter) {
        return filter.resources().isEmpty() && filter.text().isEmpty();
    }

    AuditCondition and(String part, Object... values) {
        part(part, values);
        return this;
    }

    String where() {
        return parts.isEmpty() ? "" : "WHERE " + String.join(" AND ", parts) + " ";
    }

    Object[] arguments(Object... more) {
        List<Object> all = new ArrayList<>(arguments);
        Collections.addAll(all, more);
        return all.toArray();
    }

    private void resources(Collection<String> arns) {
        if (!arns.isEmpty()) {
            indexTaken = true;
            part("a.number IN (SELECT r.number FROM audit_resources r WHERE r.resource IN " + marks(arns) + ")", arns.toArray());
        }
    }

    private void column(String column, Collection<String> values) {
        if (!values.isEmpty()) {
            part(own(column) + " IN " + marks(values), values.toArray());
        }
    }

    /// `column` the first time, later one the planner leaves alone.
    private String own(String column) {
        boolean taken = indexTaken;
        indexTaken = true;
        return taken ? "+" + column : column;
    }

    private void text(String text) {
        String pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        part(
                "(a.name LIKE ? ESCAPE '\\' OR a.principal LIKE ? ESCAPE '\\' OR a.error LIKE ? ESCAPE '\\'"
                        + " OR a.resources LIKE ? ESCAPE '\\')",
                pattern,
                pattern,
                pattern,
                pattern);
    }

    private void part(String sql, Object... values) {
        parts.add(sql);
        Collections.addAll(arguments, values);
    }

    private static String marks(Collection<?> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }
}
