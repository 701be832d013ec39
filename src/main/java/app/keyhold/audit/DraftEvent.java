package app.keyhold.audit;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.crypto.Blob;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// An event that lacks only what the writer of the chain knows: when it is written, and which rows with it. It is fitted
/// and encoded where the call runs, so that the one thread that writes for all has little left to do.
///
/// Immutable and safe for all threads.
public final class DraftEvent {
    private final AuditEvent event;
    private final EventCodec.Bare body;

    private DraftEvent(AuditEvent event, EventCodec.Bare body) {
        this.event = event;
        this.body = body;
    }

    /// Fitted to what a row may hold.
    ///
    /// @param event whose time and changes do not matter
    public static DraftEvent of(AuditEvent event) {
        AuditEvent bare = event.at(Instant.EPOCH, List.of());
        try {
            EventCodec.Bare body = EventCodec.encodeBare(bare);
            if (body.bytes().length <= EventLimits.MAX_ROW) {
                return new DraftEvent(bare, body);
            }
        } catch (IllegalArgumentException unfit) {
            // Its texts are mended below, or it fails again.
        }
        AuditEvent fitted = EventLimits.fit(bare);
        return new DraftEvent(fitted, EventCodec.encodeBare(fitted));
    }

    /// The event, written at `when` to the millisecond.
    AuditEvent at(Instant when, List<Change> changes) {
        return event.at(when.truncatedTo(ChronoUnit.MILLIS), changes);
    }

    /// What [EventCodec#encode] makes of that event.
    Blob body(Instant when, List<Change> changes) {
        return Blob.of(EventCodec.complete(body, when.truncatedTo(ChronoUnit.MILLIS), changes));
    }
}
