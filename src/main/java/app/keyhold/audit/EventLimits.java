package app.keyhold.audit;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Fits an event into a row: time to the millisecond, text to valid Unicode, and texts so long that they would carry a
/// row beyond 16 KiB replaced by their SHA-256, so that nobody fills the disk with what they send.
public final class EventLimits {
    /// Bytes for everything callers can choose; the list of changes comes on top.
    public static final int MAX_ROW = 16 * 1024;
    private static final int[] LONGEST_TEXTS = {4096, 512, 128};

    private EventLimits() {}

    public static AuditEvent fit(AuditEvent event) {
        AuditEvent fitted = shortened(event, Integer.MAX_VALUE);
        for (int longest : LONGEST_TEXTS) {
            if (sizeWithoutChanges(fitted) <= MAX_ROW) {
                return fitted;
            }
            fitted = shortened(event, longest);
        }
        return sizeWithoutChanges(fitted) <= MAX_ROW ? fitted : withDigestsOnly(fitted);
    }

    private static int sizeWithoutChanges(AuditEvent event) {
        return EventCodec.encode(withChanges(event, List.of())).length;
    }

    private static AuditEvent shortened(AuditEvent event, int longest) {
        AuditEvent.Actor actor = event.actor();
        return new AuditEvent(
                event.time().truncatedTo(ChronoUnit.MILLIS),
                event.id(),
                event.requestId(),
                event.kind(),
                text(event.source(), longest),
                text(event.name(), longest),
                event.effect(),
                new AuditEvent.Actor(
                        text(actor.type(), longest),
                        text(actor.arn(), longest),
                        text(actor.name(), longest),
                        actor.via().map(via -> text(via, longest)),
                        text(actor.sourceAddress(), longest),
                        text(actor.userAgent(), longest),
                        actor.accessKeyId().map(id -> text(id, longest)),
                        actor.session().map(session -> new AuditEvent.RoleSession(
                                text(session.roleId(), longest),
                                session.start().truncatedTo(ChronoUnit.MILLIS),
                                session.sourceIdentity().map(who -> text(who, longest)))),
                        actor.tls().map(tls -> tls(tls, longest)),
                        actor.principalId().map(id -> text(id, longest))),
                event.resources().stream().map(arn -> text(arn, longest)).toList(),
                members(event.requestParameters(), longest),
                members(event.responseElements(), longest),
                members(event.additional(), longest),
                outcome(event.outcome(), longest),
                event.changes());
    }

    private static AuditEvent.Tls tls(AuditEvent.Tls tls, int longest) {
        return new AuditEvent.Tls(
                text(tls.version(), longest), text(tls.cipherSuite(), longest), text(tls.host(), longest));
    }

    /// Many short values can be as large as one long one.
    private static AuditEvent withDigestsOnly(AuditEvent event) {
        return new AuditEvent(
                event.time(),
                event.id(),
                event.requestId(),
                event.kind(),
                event.source(),
                event.name(),
                event.effect(),
                event.actor(),
                event.resources().stream().limit(16).toList(),
                digested(event.requestParameters()),
                digested(event.responseElements()),
                digested(event.additional()),
                event.outcome(),
                event.changes());
    }

    private static AuditEvent withChanges(AuditEvent event, List<AuditEvent.Change> changes) {
        return new AuditEvent(
                event.time(),
                event.id(),
                event.requestId(),
                event.kind(),
                event.source(),
                event.name(),
                event.effect(),
                event.actor(),
                event.resources(),
                event.requestParameters(),
                event.responseElements(),
                event.additional(),
                event.outcome(),
                changes);
    }

    private static Detail.Members digested(Detail.Members members) {
        if (members.isEmpty()) {
            return members;
        }
        var out = new CanonicalWriter();
        DetailCodec.write(out, members);
        return Detail.members(Map.of("sha256", new Detail.Text(Sha256.of(out.toByteArray()).hex())));
    }

    private static AuditEvent.Outcome outcome(AuditEvent.Outcome outcome, int longest) {
        return switch (outcome) {
            case AuditEvent.Outcome.Succeeded succeeded -> succeeded;
            case AuditEvent.Outcome.Refused(String code, String message) ->
                new AuditEvent.Outcome.Refused(text(code, longest), text(message, longest));
        };
    }

    private static Detail.Members members(Detail.Members members, int longest) {
        var fitted = new TreeMap<String, Detail>();
        members.values().forEach((name, value) -> fitted.put(text(name, longest), detail(value, longest)));
        return new Detail.Members(fitted);
    }

    private static Detail detail(Detail detail, int longest) {
        return switch (detail) {
            case Detail.Text(String value) -> new Detail.Text(text(value, longest));
            case Detail.Number number -> number;
            case Detail.Flag flag -> flag;
            case Detail.Items(List<Detail> values) ->
                new Detail.Items(values.stream().map(value -> detail(value, longest)).toList());
            case Detail.Members inner -> members(inner, longest);
        };
    }

    private static String text(String value, int longest) {
        String valid = CanonicalWriter.hasLoneSurrogate(value)
                ? new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                : value;
        return valid.length() <= longest
                ? valid
                : "sha256:" + Sha256.of(valid.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
