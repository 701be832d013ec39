package app.keyhold.files.archive;

/// How many members there may be and how many bytes: what the archive announced, and never more than the stream holds.
final class Limits {
    private final long size;
    private long entries;
    private long bytes;

    /// @param size of the whole stream
    Limits(long size) {
        this.size = size;
    }

    void count(TarReader reader, TarEntry entry) {
        entries++;
        bytes += entry.size();
        boolean more = reader.marker()
                .map(marker -> entries > marker.entries() || bytes > marker.bytes())
                .orElse(false);
        if (more || bytes > size || bytes < 0) {
            throw ArchiveException.unsafe("The archive holds more than it announced, so it is not extracted");
        }
    }

    long bytes() {
        return bytes;
    }

    void requireAll(TarReader reader) {
        boolean less = reader.marker()
                .map(marker -> entries < marker.entries() || bytes < marker.bytes())
                .orElse(false);
        if (less) {
            throw ArchiveException.malformed("it holds less than it announced");
        }
    }
}
