package app.keyhold.files.archive;

import app.keyhold.crypto.Blob;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// A member of a tar stream.
///
/// @param name the path inside, parts divided by `/`, as bytes
/// @param size bytes of content, which only files have
/// @param mode permissions, with set-id bits where somebody put them
/// @param link where a link points to: of a hard link the name of an earlier member
public record TarEntry(Kind kind, Blob name, long size, int mode, Instant modified, Blob link) {
    public enum Kind {
        FILE,
        FOLDER,
        SYMBOLIC_LINK,
        HARD_LINK,
        /// Devices, pipes, and what other programs invented: nothing that is extracted.
        OTHER
    }

    static final Blob NONE = Blob.of(new byte[0]);

    static TarEntry file(Blob name, long size, int mode, Instant modified) {
        return new TarEntry(Kind.FILE, name, size, mode, modified, NONE);
    }

    static TarEntry folder(Blob name, int mode, Instant modified) {
        return new TarEntry(Kind.FOLDER, name, 0, mode, modified, NONE);
    }

    static TarEntry symbolicLink(Blob name, Blob link, Instant modified) {
        return new TarEntry(Kind.SYMBOLIC_LINK, name, 0, 0777, modified, link);
    }

    static TarEntry hardLink(Blob name, Blob earlier, int mode, Instant modified) {
        return new TarEntry(Kind.HARD_LINK, name, 0, mode, modified, earlier);
    }

    /// For people.
    public String shownName() {
        return RawName.shown(name.toByteArray());
    }

    static Blob text(String name) {
        return Blob.of(name.getBytes(StandardCharsets.UTF_8));
    }
}
