package app.keyhold.files.archive;

import app.keyhold.crypto.Blob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// What an archive of some files and folders will be, before any of them is opened.
///
/// @param sources their names, for people
/// @param size bytes of the whole tar stream
/// @param leftOut what is no member
public record Measured(String sources, Marker marker, long size, List<LeftOut> leftOut) {
    private static final int NAMED = 3;

    /// @param why the second half of a sentence
    public record LeftOut(Path file, String why) {}

    public Measured {
        leftOut = List.copyOf(leftOut);
    }

    /// @param name as in [Marker]
    /// @param stop asked after every file
    /// @throws ArchiveException if one of them is not there, or there is nothing to archive, or it was stopped
    public static Measured of(List<Path> sources, Optional<String> name, BooleanSupplier stop) {
        var leftOut = new ArrayList<LeftOut>();
        long entries = 0;
        long bytes = 0;
        long size = TarFormat.END;
        try (var tree = new Tree(sources, (file, why) -> leftOut.add(new LeftOut(file, why)))) {
            for (var next = tree.next(); next.isPresent(); next = tree.next()) {
                if (stop.getAsBoolean()) {
                    throw ArchiveException.changed("It was stopped");
                }
                var entry = next.get().entry();
                entries++;
                bytes += entry.size();
                size += TarHeader.of(entry).length + TarFormat.padded(entry.size());
            }
        }
        if (entries == 0) {
            throw new ArchiveException(
                    ArchiveException.Reason.UNREADABLE, "There is nothing in " + shown(sources) + " that can be read");
        }
        var form = Tree.isOneFolder(sources) ? Marker.Form.FOLDER : Marker.Form.ARCHIVE;
        var marker = new Marker(form, entries, bytes, name);
        return new Measured(shown(sources), marker, size + marker.header().length, leftOut);
    }

    static Blob fingerprint(List<Path> sources) {
        var fingerprint = new Fingerprint();
        try (var tree = new Tree(sources, (_, _) -> {})) {
            for (var next = tree.next(); next.isPresent(); next = tree.next()) {
                fingerprint.add(next.get());
            }
        }
        return fingerprint.value();
    }

    private static String shown(List<Path> sources) {
        String first = sources.stream().limit(NAMED).map(source -> RawName.shown(RawName.of(source))).collect(Collectors.joining(", "));
        return sources.size() > NAMED ? first + " and " + (sources.size() - NAMED) + " more" : first;
    }
}
