package app.keyhold.files;

import java.nio.file.Path;

/// What became of one file.
public sealed interface FileResult {
    Path source();

    /// The complete file stands under `target`.
    ///
    /// @param keyId ARN of the key that wrapped or opened the data key
    record Written(Path source, Path target, long bytesRead, long bytesWritten, String keyId) implements FileResult {}

    /// The name was taken and the order said to leave it so; nothing was written.
    record Skipped(Path source, Path existing) implements FileResult {}

    /// Only what is on older material was to be re-encrypted, and this is on the newest.
    ///
    /// @param keyId ARN of the key
    record Current(Path source, String keyId) implements FileResult {}
}
