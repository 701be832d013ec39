package app.keyhold.files;

import java.nio.file.Path;
import java.util.Optional;

/// Work on several files, one after the other, with a note that tells how far it came.
public final class Noted implements AutoCloseable {
    private final Optional<Note> note;
    private final Progress progress;

    Noted(Optional<Note> note, Progress progress) {
        this.note = note;
        this.progress = progress;
    }

    /// To be handed on with the work on `source`.
    public Progress on(Path source) {
        return new Progress() {
            @Override
            public void at(Phase phase, long done, long total) {
                progress.at(phase, done, total);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }

            @Override
            public void unfinished(Path part) {
                note.ifPresent(noted -> noted.part(source, part));
            }
        };
    }

    /// Nothing is left to be done about it, well or not.
    public void over(Path source) {
        note.ifPresent(noted -> noted.finished(source));
    }

    @Override
    public void close() {
        note.ifPresent(Note::close);
    }
}
