package app.keyhold.kms.file;

import java.time.Instant;
import java.util.Optional;

/// A message that was encrypted here, and one of the keys that open it: there is one of these for each. It may lie
/// anywhere by now, or nowhere: the vault knows what it was told.
///
/// @param messageId of the message's header, 64 hexadecimal digits: known again wherever the file is
/// @param materialId the key's, which its data key is wrapped under
/// @param size bytes of plaintext
/// @param encrypted when the vault was told, seconds after it was complete
/// @param path where it was written, if that is to be remembered
/// @param number in the order they became known, 0 before
public record KnownFile(
        String messageId,
        String keyId,
        String materialId,
        long size,
        Instant encrypted,
        Optional<KnownPath> path,
        long number,
        long changedBy) {
    /// One that a Region is about to be told of.
    public KnownFile(
            String messageId, String keyId, String materialId, long size, Instant encrypted, Optional<KnownPath> path) {
        this(messageId, keyId, materialId, size, encrypted, path, 0, 0);
    }

    public KnownFile withNumber(long place) {
        return new KnownFile(messageId, keyId, materialId, size, encrypted, path, place, changedBy);
    }

    public KnownFile withChangedBy(long row) {
        return new KnownFile(messageId, keyId, materialId, size, encrypted, path, number, row);
    }
}
