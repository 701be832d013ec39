package app.keyhold.audit;

import app.keyhold.audit.AuditEvent.Actor;
import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.AuditEvent.Kind;
import app.keyhold.audit.AuditEvent.Outcome;
import app.keyhold.audit.AuditEvent.RoleSession;
import app.keyhold.audit.AuditEvent.Tls;
import app.keyhold.crypto.Blob;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The strict half of [EventCodec].
final class EventReader {
    private final CanonicalReader in;

    EventReader(byte[] body) {
        this.in = new CanonicalReader(body);
    }

    AuditEvent read() {
        in.requireRaw(EventCodec.MAGIC, "audit event");
        AuditEvent event = known();
        AuditEvent whole = event.withActor(new Actor(
                event.actor().type(),
                event.actor().arn(),
                event.actor().name(),
                event.actor().via(),
                event.actor().sourceAddress(),
                event.actor().userAgent(),
                next(EventCodec.ACCESS_KEY) ? Optional.of(in.text()) : Optional.empty(),
                optional(EventCodec.ROLE_SESSION).map(EventReader::session),
                optional(EventCodec.TLS).map(EventReader::tls),
                next(EventCodec.PRINCIPAL_ID) ? Optional.of(in.text()) : Optional.empty()));
        in.requireEnd();
        return whole;
    }

    /// Everything up to the changes; how the call was signed and protected stands behind them.
    private AuditEvent known() {
        return new AuditEvent(
                time(required(EventCodec.TIME)),
                uuid(required(EventCodec.ID)),
                optional(EventCodec.REQUEST_ID).map(EventReader::uuid),
                kind(required(EventCodec.KIND)),
                requiredText(EventCodec.SOURCE),
                requiredText(EventCodec.NAME),
                effect(required(EventCodec.EFFECT)),
                actor(required(EventCodec.ACTOR)),
                resources(),
                members(EventCodec.REQUEST_PARAMETERS),
                members(EventCodec.RESPONSE_ELEMENTS),
                members(EventCodec.ADDITIONAL),
                optional(EventCodec.REFUSED).map(EventReader::refused).orElseGet(Outcome.Succeeded::new),
                changes());
    }

    private boolean next(int tag) {
        if (!in.hasMore() || in.peek() != tag) {
            return false;
        }
        in.u8();
        return true;
    }

    private CanonicalReader required(int tag) {
        requireNext(tag);
        return in.part();
    }

    private String requiredText(int tag) {
        requireNext(tag);
        return in.text();
    }

    private void requireNext(int tag) {
        if (!next(tag)) {
            throw new MalformedRecordException("Field " + tag + " is missing or out of order");
        }
    }

    private Optional<CanonicalReader> optional(int tag) {
        return next(tag) ? Optional.of(in.part()) : Optional.empty();
    }

    private List<String> resources() {
        List<String> found = new ArrayList<>(1);
        while (next(EventCodec.RESOURCE)) {
            found.add(in.text());
        }
        return found;
    }

    private Detail.Members members(int tag) {
        return optional(tag)
                .map(part -> {
                    Detail.Members members = DetailCodec.readMembers(part);
                    part.requireEnd();
                    return members;
                })
                .orElse(Detail.NOTHING);
    }

    private List<Change> changes() {
        List<Change> found = new ArrayList<>(0);
        while (next(EventCodec.CHANGE)) {
            CanonicalReader part = in.part();
            String kind = part.text();
            String identity = part.text();
            Optional<Blob> digest = part.hasMore() ? Optional.of(Blob.of(part.raw(32))) : Optional.empty();
            part.requireEnd();
            found.add(new Change(kind, identity, digest));
        }
        return found;
    }

    private static Instant time(CanonicalReader part) {
        Instant time = instant(part);
        part.requireEnd();
        return time;
    }

    private static Instant instant(CanonicalReader part) {
        try {
            return Instant.ofEpochMilli(part.i64());
        } catch (DateTimeException beyond) {
            throw new MalformedRecordException("A time beyond the calendar");
        }
    }

    private static UUID uuid(CanonicalReader part) {
        var id = new UUID(part.i64(), part.i64());
        part.requireEnd();
        return id;
    }

    private static Kind kind(CanonicalReader part) {
        int code = part.u8();
        part.requireEnd();
        return switch (code) {
            case 1 -> Kind.API_CALL;
            case 2 -> Kind.SERVICE_EVENT;
            default -> throw new MalformedRecordException("Unknown kind of event");
        };
    }

    private static Effect effect(CanonicalReader part) {
        int code = part.u8();
        part.requireEnd();
        return switch (code) {
            case 1 -> Effect.READ;
            case 2 -> Effect.USE;
            case 3 -> Effect.ADMINISTRATION;
            default -> throw new MalformedRecordException("Unknown effect");
        };
    }

    private static Actor actor(CanonicalReader part) {
        String type = part.text();
        String arn = part.text();
        String name = part.text();
        String sourceAddress = part.text();
        String userAgent = part.text();
        Optional<String> via = part.hasMore() ? Optional.of(part.text()) : Optional.empty();
        part.requireEnd();
        return new Actor(type, arn, name, via, sourceAddress, userAgent);
    }

    private static RoleSession session(CanonicalReader part) {
        var session = new RoleSession(
                part.text(), instant(part), part.hasMore() ? Optional.of(part.text()) : Optional.empty());
        part.requireEnd();
        return session;
    }

    private static Tls tls(CanonicalReader part) {
        var tls = new Tls(part.text(), part.text(), part.text());
        part.requireEnd();
        return tls;
    }

    private static Outcome refused(CanonicalReader part) {
        var refused = new Outcome.Refused(part.text(), part.text());
        part.requireEnd();
        return refused;
    }
}
