package app.keyhold.files.archive;

import java.util.Optional;

/// What the first bytes of a content tell: an archive, one file with its name, or anything else.
///
/// @param marker there if Keyhold made it
/// @param oneFile there if it is one file under its own name
public record Beginning(Optional<Marker> marker, Optional<OneFile> oneFile) {
    private static final Beginning ANYTHING = new Beginning(Optional.empty(), Optional.empty());

    /// As much as is ever needed: a marker, and the longest name with its header.
    public static final int LENGTH = 8 << 10;

    /// @param content its first bytes
    /// @throws ArchiveException if it says that it is one file, and is not
    public static Beginning of(byte[] content) {
        return Marker.at(content)
                .map(marker -> new Beginning(
                        Optional.of(marker),
                        marker.form() == Marker.Form.FILE ? OneFile.of(content) : Optional.empty()))
                .orElse(ANYTHING);
    }

    /// Whether decrypting would make something else of a file with this content than the file itself.
    public boolean speaksOfItself() {
        return marker.filter(it -> it.form() == Marker.Form.FILE || it.name().isPresent()).isPresent();
    }

    /// The first bytes of a content that is `size` long.
    public static int length(long size) {
        return (int) Math.min(size, LENGTH);
    }
}
