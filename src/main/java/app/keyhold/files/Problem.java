package app.keyhold.files;

import java.nio.file.Path;

/// Something about a file that is done all the same: an original that stayed, a member an archive is without.
///
/// @param sentence what happened, and what to do next
public record Problem(Path file, FileException.Kind kind, String sentence) {
    static Problem of(Path file, FileException told) {
        return new Problem(file, told.kind(), told.happened() + " " + told.next());
    }
}
