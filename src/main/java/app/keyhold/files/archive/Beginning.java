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

    public static Beginning ofAnything() {
        return ANYTHING;
    }

    /// Whether there is a need to look: a tar stream is whole blocks, a marker, a header and an end at least.
    public static boolean isPossible(long size) {
        return size % TarFormat.BLOCK == 0 && size >= 3L * TarFormat.BLOCK + TarFormat.END;
    }

    /// @param content its first bytes
    /// @param size of all of it
    /// @throws ArchiveException if it says that it is one file, and is not
    public static Beginning of(byte[] content, long size) {
        return isPossible(size)
                ? Marker.at(content)
                        .map(marker -> new Beginning(Optional.of(marker), oneFile(marker, content, size)))
                        .orElse(ANYTHING)
                : ANYTHING;
    }

    private static Optional<OneFile> oneFile(Marker marker, byte[] content, long size) {
        return marker.form() == Marker.Form.FILE
                ? OneFile.of(content).filter(file -> file.wholeSize() == size)
                : Optional.empty();
    }

    /// Whether decrypting would make something else of a file with this content than the file itself.
    public boolean speaksOfItself() {
        return oneFile.isPresent() || marker.flatMap(Marker::name).isPresent();
    }

    /// The first bytes of a content that is `size` long.
    public static int length(long size) {
        return (int) Math.min(size, LENGTH);
    }
}
