package app.keyhold.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A batch that a process which is gone had begun and not ended. It is never continued inside a message: what was half
/// written is removed, and files not finished start again under fresh data keys.
///
/// @param note where it was noted
/// @param finished sources about which nothing is left to do
/// @param begunParts by source, the file its result was being written into
public record Unfinished(
        Path note, BatchOrder order, Instant begun, Set<Path> finished, Map<Path, Path> begunParts) {
    public Unfinished {
        finished = Set.copyOf(finished);
        begunParts = Map.copyOf(begunParts);
    }

    /// What lies half written on the disk.
    public List<Path> parts() {
        return begunParts.values().stream().filter(Unfinished::isPart).sorted().toList();
    }

    /// Files handed over by name that are not finished, and folders with whatever is left in them.
    public List<Path> sourcesLeft() {
        return order.sources().stream()
                .filter(source -> !finished.contains(source))
                .toList();
    }

    /// Removes what was half written and the note; sources and finished results are not touched.
    ///
    /// @return the parts that were removed
    /// @throws FileException if one could not be removed; the note stays then
    public List<Path> cleanUp() {
        List<Path> removed = removeParts();
        forget();
        return removed;
    }

    /// The same, but the note stays.
    List<Path> removeParts() {
        List<Path> removed = parts();
        for (Path part : removed) {
            try {
                Trees.remove(part);
            } catch (IOException failure) {
                throw Failures.of(part).writing(failure);
            }
        }
        return removed;
    }

    void forget() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException failure) {
            throw Failures.of(note).writing(failure);
        }
    }

    /// Only what this room itself names so, a file or the folder of an archive, and nothing behind a link.
    private static boolean isPart(Path path) {
        return Names.fileName(path).endsWith(Names.PART)
                && (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        || Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
    }
}
