package app.keyhold.files.archive;

import app.keyhold.crypto.Blob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A file and what a file system knows of it, as a tar stream of one member: a front, the content, a tail of zeros.
///
/// @param front bytes before the content
public record OneFile(Blob name, long size, int mode, Instant modified, int front) {
    /// @return the bytes before the content
    public static byte[] front(Path file, long size) throws IOException {
        var facts = FileFacts.of(file);
        byte[] marker = new Marker(Marker.Form.FILE, 1, size, Optional.empty()).header();
        byte[] header = TarHeader.of(TarEntry.file(
                Blob.of(RawName.of(file)), size, facts.mode(), facts.modified().toInstant()));
        byte[] front = new byte[marker.length + header.length];
        System.arraycopy(marker, 0, front, 0, marker.length);
        System.arraycopy(header, 0, front, marker.length, header.length);
        return front;
    }

    /// How many zeros follow the content.
    public static int tail(long size) {
        return TarFormat.padding(size) + TarFormat.END;
    }

    /// Of the whole stream.
    public long wholeSize() {
        return front + size + tail(size);
    }

    /// A place for it in `folder`.
    ///
    /// @throws ArchiveException if this system has no such name
    public Path in(Path folder) {
        return EntryPath.child(folder, name, name);
    }

    /// Takes a stream's beginning for what it says; empty if it is none of these.
    ///
    /// @throws ArchiveException if it says so, but is none
    static Optional<OneFile> of(byte[] beginning) {
        var in = new ByteArrayInputStream(beginning);
        var reader = new TarReader(in);
        try {
            var entry = reader.next().orElseThrow(() -> ArchiveException.malformed("the file is missing"));
            if (reader.marker().filter(marker -> marker.form() == Marker.Form.FILE).isEmpty()) {
                return Optional.empty();
            }
            var path = EntryPath.of(entry.name(), false);
            if (entry.kind() != TarEntry.Kind.FILE || path.parts().size() != 1 || (entry.mode() & ~0777) != 0) {
                throw EntryPath.unsafe(entry.name(), "is no plain file");
            }
            int front = beginning.length - in.available();
            return Optional.of(new OneFile(
                    path.parts().getFirst(), entry.size(), entry.mode(), entry.modified(), front));
        } catch (IOException never) {
            throw ArchiveException.malformed("it breaks off");
        }
    }
}
