package app.keyhold.desktop.files;

import app.keyhold.files.BatchView;
import app.keyhold.files.JobView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One thing that was handed over, file or folder, as its batch stands; with the file's own state where it is one file.
final class JobRow {
    private final Path source;
    private final boolean folder;
    private final int more;
    private final String keyName;
    private final ReadOnlyObjectWrapper<BatchView> batch;
    private final ReadOnlyObjectWrapper<Optional<JobView>> job = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param keyName the key it is encrypted with; empty for decryption
    JobRow(BatchView first, String keyName) {
        this.source = first.order().sources().getFirst();
        this.folder = Files.isDirectory(source);
        this.more = first.order().sources().size() - 1;
        this.keyName = keyName;
        this.batch = new ReadOnlyObjectWrapper<>(first);
    }

    long batchId() {
        return batch.get().id();
    }

    Path source() {
        return source;
    }

    String keyName() {
        return keyName;
    }

    /// Whether it stands for several files.
    boolean isFolder() {
        return folder || more > 0;
    }

    /// `contracts/` for a folder, `report.pdf and 2 more` for several files.
    String name() {
        return source.getFileName() + (folder ? "/" : "") + (more > 0 ? " and " + more + " more" : "");
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

    /// The file that came out, or the folder the results are in.
    Path result() {
        return job.get().flatMap(JobView::target).orElse(source);
    }
}
