package app.keyhold.audit;

import app.keyhold.audit.AuditEvent.Actor;
import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.AuditEvent.Kind;
import app.keyhold.audit.AuditEvent.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The body of an audit row, version 1: `KHAE`, the version, then fields as tag (1 byte), length (4 bytes), value, in
/// ascending order of tag. Absent options and empty parts are left out, resources and changes repeat. One event has one
/// form, and anything else is refused.
public final class EventCodec {
    /// 1 MiB: an event is held to far less by [EventLimits]; only its list of changes may be long.
    public static final int MAX_BODY = 1 << 20;

    static final byte[] MAGIC = "KHAE\1".getBytes(StandardCharsets.ISO_8859_1);
    static final int TIME = 1;
    static final int ID = 2;
    static final int REQUEST_ID = 3;
    static final int KIND = 4;
    static final int SOURCE = 5;
    static final int NAME = 6;
    static final int EFFECT = 7;
    static final int ACTOR = 8;
    static final int RESOURCE = 9;
    static final int REQUEST_PARAMETERS = 10;
    static final int RESPONSE_ELEMENTS = 11;
    static final int ADDITIONAL = 12;
    static final int REFUSED = 13;
    static final int CHANGE = 14;
    static final int ACCESS_KEY = 15;
    static final int ROLE_SESSION = 16;
    static final int TLS = 17;
    static final int PRINCIPAL_ID = 18;

    private final CanonicalWriter out = new CanonicalWriter();
    private int changesAt;

    private EventCodec() {}

    /// @throws IllegalArgumentException if the event is larger than [#MAX_BODY], its time finer than a millisecond, or
    ///     one of its texts no valid Unicode
    public static byte[] encode(AuditEvent event) {
        return encodeBare(event).bytes();
    }

    /// @param bytes of an event with any time and no changes
    /// @param changesAt where its changes would stand
    record Bare(byte[] bytes, int changesAt) {}

    /// @throws IllegalArgumentException as [#encode]
    static Bare encodeBare(AuditEvent event) {
        var codec = new EventCodec();
        codec.write(event);
        return new Bare(codec.bounded(), codec.changesAt);
    }

    /// What [#encode] makes of the same event at `time` and with `changes`.
    static byte[] complete(Bare bare, Instant time, List<Change> changes) {
        var codec = new EventCodec();
        byte[] bytes = bare.bytes();
        codec.out.raw(bytes, 0, bare.changesAt());
        changes.forEach(codec::change);
        codec.out.raw(bytes, bare.changesAt(), bytes.length - bare.changesAt());
        codec.out.i64At(MAGIC.length + 1 + Integer.BYTES, millis(time));
        return codec.bounded();
    }

    /// @throws MalformedRecordException if `body` is not exactly what [#encode] makes
    public static AuditEvent decode(byte[] body) {
        if (body.length > MAX_BODY) {
            throw new MalformedRecordException("An event of " + body.length + " bytes; at most " + MAX_BODY);
        }
        return new EventReader(body).read();
    }

    private byte[] bounded() {
        byte[] body = out.toByteArray();
        if (body.length > MAX_BODY) {
            throw new IllegalArgumentException("An event of " + body.length + " bytes; at most " + MAX_BODY);
        }
        return body;
    }

    private void write(AuditEvent event) {
        out.raw(MAGIC);
        field(TIME, () -> out.i64(millis(event.time())));
        field(ID, () -> uuid(event.id()));
        event.requestId().ifPresent(id -> field(REQUEST_ID, () -> uuid(id)));
        field(KIND, () -> out.u8(code(event.kind())));
        text(SOURCE, event.source());
        text(NAME, event.name());
        field(EFFECT, () -> out.u8(code(event.effect())));
        field(ACTOR, () -> actor(event.actor()));
        event.resources().forEach(resource -> text(RESOURCE, resource));
        members(REQUEST_PARAMETERS, event.requestParameters());
        members(RESPONSE_ELEMENTS, event.responseElements());
        members(ADDITIONAL, event.additional());
        if (event.outcome() instanceof Outcome.Refused(String code, String message)) {
            field(REFUSED, () -> out.text(code).text(message));
        }
        changesAt = out.size();
        event.changes().forEach(this::change);
        event.actor().accessKeyId().ifPresent(id -> text(ACCESS_KEY, id));
        event.actor().session().ifPresent(session -> field(ROLE_SESSION, () -> {
            out.text(session.roleId()).i64(millis(session.start()));
            session.sourceIdentity().ifPresent(out::text);
        }));
        event.actor().tls().ifPresent(tls -> field(
                TLS, () -> out.text(tls.version()).text(tls.cipherSuite()).text(tls.host())));
        event.actor().principalId().ifPresent(id -> text(PRINCIPAL_ID, id));
    }

    private void field(int tag, Runnable value) {
        int start = out.u8(tag).begin();
        value.run();
        out.end(start);
    }

    private void text(int tag, String value) {
        out.u8(tag).text(value);
    }

    private void members(int tag, Detail.Members members) {
        if (!members.isEmpty()) {
            field(tag, () -> DetailCodec.write(out, members));
        }
    }

    private void uuid(UUID id) {
        out.i64(id.getMostSignificantBits()).i64(id.getLeastSignificantBits());
    }

    private void actor(Actor actor) {
        out.text(actor.type()).text(actor.arn()).text(actor.name());
        out.text(actor.sourceAddress()).text(actor.userAgent());
        actor.via().ifPresent(out::text);
    }

    private void change(Change change) {
        field(CHANGE, () -> {
            out.text(change.kind()).text(change.identity());
            change.digest().ifPresent(digest -> out.raw(require32(digest.toByteArray())));
        });
    }

    private static byte[] require32(byte[] digest) {
        if (digest.length != 32) {
            throw new IllegalArgumentException("A digest of " + digest.length + " bytes; 32 required");
        }
        return digest;
    }

    private static long millis(Instant time) {
        if (time.getNano() % 1_000_000 != 0) {
            throw new IllegalArgumentException("An event's time goes to the millisecond");
        }
        return time.toEpochMilli();
    }

    // Written out, so that reordering an enum does not change the form.
    static int code(Kind kind) {
        return switch (kind) {
            case API_CALL -> 1;
            case SERVICE_EVENT -> 2;
        };
    }

    static int code(Effect effect) {
        return switch (effect) {
            case READ -> 1;
            case USE -> 2;
            case ADMINISTRATION -> 3;
        };
    }
}
