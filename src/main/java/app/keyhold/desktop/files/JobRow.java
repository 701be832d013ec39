package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Words;
import app.keyhold.files.Batch;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.BatchView;
import app.keyhold.files.Form;
import app.keyhold.files.JobView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What was handed over at once, as its batch stands; with the file's own state where it becomes one file.
final class JobRow {
    private static final Words WORDS = Words.of(JobRow.class);
    private final Batch worked;
    private final Path source;
    private final boolean folder;
    private final int more;
    private final boolean archive;
    private final String keyName;
    private final ReadOnlyObjectWrapper<BatchView> batch;
    private final ReadOnlyObjectWrapper<Optional<JobView>> job = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper notes = new ReadOnlyLongWrapper();

    /// @param keyName the key it is encrypted with; empty for decryption
    JobRow(Batch worked, String keyName) {
        var first = worked.view();
        this.worked = worked;
        this.source = first.order().sources().getFirst();
        this.folder = Files.isDirectory(source);
        this.more = first.order().sources().size() - 1;
        this.archive = first.order() instanceof BatchOrder.Encrypt encrypt && encrypt.form() == Form.ARCHIVE;
        this.keyName = keyName;
        this.batch = new ReadOnlyObjectWrapper<>(first);
    }

    Batch batch() {
        return worked;
    }

    Path source() {
        return source;
    }

    String keyName() {
        return keyName;
    }

    /// Whether it becomes several files.
    boolean isFolder() {
        return !archive && (folder || more > 0);
    }

    /// `contracts/` for a folder, `report.pdf and 2 more` for several files.
    String name() {
        Path name = source.getFileName();
        String first = (name == null ? source : name) + (folder ? "/" : "");
        String all = more > 0 ? WORDS.get("names.more", first, more) : first;
        return archive ? WORDS.get("job.asArchive", all) : all;
    }

    void update(BatchView view) {
        batch.set(view);
    }

    void update(JobView view) {
        if (!isFolder()) {
            job.set(Optional.of(view));
        }
    }

    ReadOnlyObjectProperty<BatchView> batchProperty() {
        return batch.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<JobView>> jobProperty() {
        return job.getReadOnlyProperty();
    }

    boolean isOver() {
        return switch (batch.get().state()) {
            case SCANNING, RUNNING, PAUSED -> false;
            case DONE, DONE_WITH_PROBLEMS, CANCELLED -> true;
        };
    }

    /// How many files there is something to tell about although they are done; counted once it is over.
    ReadOnlyLongProperty notesProperty() {
        return notes.getReadOnlyProperty();
    }

    void noted(long files) {
        notes.set(files);
    }

    /// The file that came out, or the folder the results are in.
    Path result() {
        return job.get().flatMap(JobView::target).orElse(source);
    }
}
