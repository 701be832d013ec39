package app.keyhold.kms.file;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;

/// Where a file was written.
///
/// @param salt random, and gone with the row: the row's digest stays in the trail for ever, and paths are easily guessed
public record KnownPath(String text, Blob salt) {
    private static final int SALT_BYTES = 16;

    public static KnownPath of(String text) {
        return new KnownPath(text, Blob.of(Randomness.bytes(SALT_BYTES)));
    }
}
