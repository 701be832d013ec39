package app.keyhold.audit;

import java.util.List;

/// What a store keeps beside the body so that it can search: derived from the event, and compared with it when the chain
/// is verified.
///
/// @param time milliseconds since 1970
/// @param error the error's name, empty for success
/// @param changes how many stored rows the event wrote
public record EventColumns(
        long time,
        String name,
        String source,
        String principal,
        AuditEvent.Effect effect,
        EventFilter.Result result,
        String error,
        List<String> resources,
        int changes) {
    public static EventColumns of(AuditEvent event) {
        return new EventColumns(
                event.time().toEpochMilli(),
                event.name(),
                event.source(),
                event.actor().arn(),
                event.effect(),
                result(event),
                event.outcome() instanceof AuditEvent.Outcome.Refused refused ? refused.code() : "",
                event.resources(),
                event.changes().size());
    }

    private static EventFilter.Result result(AuditEvent event) {
        return switch (event.outcome()) {
            case AuditEvent.Outcome.Succeeded _ -> EventFilter.Result.ALLOWED;
            case AuditEvent.Outcome.Refused _ ->
                event.isDenied() ? EventFilter.Result.DENIED : EventFilter.Result.FAILED;
        };
    }

    /// Whether `filter` shows this event; the text is found in any case.
    public boolean matches(EventFilter filter) {
        return filter.from().map(from -> time >= from.toEpochMilli()).orElse(true)
                && filter.until().map(until -> time < until.toEpochMilli()).orElse(true)
                && (filter.resources().isEmpty() || resources.stream().anyMatch(filter.resources()::contains))
                && (filter.principals().isEmpty() || filter.principals().contains(principal))
                && (filter.names().isEmpty() || filter.names().contains(name))
                && (filter.sources().isEmpty() || filter.sources().contains(source))
                && filter.result().map(wanted -> wanted == result).orElse(true)
                && filter.text().map(this::mentions).orElse(true)
                && !(filter.hideReads() && isAllowedRead());
    }

    private boolean isAllowedRead() {
        return effect == AuditEvent.Effect.READ && result == EventFilter.Result.ALLOWED;
    }

    private boolean mentions(String text) {
        String wanted = lower(text);
        return lower(name).contains(wanted)
                || lower(principal).contains(wanted)
                || lower(error).contains(wanted)
                || resources.stream().anyMatch(arn -> lower(arn).contains(wanted));
    }

    /// Only A to Z, as SQL compares.
    private static String lower(String text) {
        var lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c + 32));
            }
        }
        return lower.toString();
    }
}
