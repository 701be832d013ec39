package app.keyhold.files;

import app.keyhold.message.Header;
import java.nio.file.Path;

/// What a file tells without any key. Nothing of it is authenticated before the data key is known.
///
/// @param fileSize bytes on disk
/// @param headerSize bytes before the first frame
/// @param contentSize bytes of plaintext the file announces by its size
public record Inspection(Path file, Header header, long fileSize, int headerSize, long contentSize) {}
