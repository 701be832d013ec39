package app.keyhold.kms.outbox;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.kms.UnitOfWork;
import java.time.Instant;

/// What another Region still has to do. It says what has changed, not how: the other Region takes over what is true here
/// by then, so that one entry stands for any number of changes of the same thing, and doing it twice does no harm.
///
/// @param id operation id, random; the other Region remembers it
/// @param target the Region that has to do it
/// @param subject what it is about: a key id, or empty
/// @param payload what is to be read nowhere else; may be empty
/// @param since when the first change was made that the target has not seen
/// @param changedBy number of the audit row that wrote it
public record OutboxEntry(
        String id, String target, Kind kind, String subject, Blob payload, Instant since, long changedBy) {
    public enum Kind {
        /// The vault's header was replaced.
        HEADER,
        /// Principals, their policies, credentials or the vault's settings changed.
        PRINCIPALS,
        /// A replica of the key `subject` is to be made; the payload says how.
        REPLICA,
        /// What related keys share has changed: materials, rotation, who is primary.
        KEY,
        /// The key `subject` of the target is to become primary; the payload says under which epoch.
        PRIMARY,
        /// The replica `subject` of the Region that has this entry is gone.
        REPLICA_GONE
    }

    /// Leaves it to be done. If the same waits already, that is taken over under a new id: whoever is doing it just now
    /// may have read what was true before.
    public static OutboxEntry leave(UnitOfWork work, String target, Kind kind, String subject, Blob payload) {
        var entry = new OutboxEntry(
                Randomness.uuid().toString(),
                target,
                kind,
                subject,
                payload,
                work.outbox(target, kind, subject).map(OutboxEntry::since).orElse(work.now()),
                0);
        work.put(entry);
        return entry;
    }
}
