package app.keyhold.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What became of each file of a batch, in the order they were found: to be kept, or sent to whoever helps. It names
/// files and keys, and holds nothing secret.
public record Report(List<Line> files) {
    public Report {
        files = List.copyOf(files);
    }

    /// @param target where the result is, or what was in its place
    /// @param code what a program tells apart, if not all went well: `NoSpace`
    /// @param sentence what happened, what is safe and what to do next, if not all went well
    /// @param bytes written
    /// @param keyId ARN of the key that made or opened the data key
    public record Line(
            Path source,
            Optional<Path> target,
            JobState state,
            Optional<String> code,
            Optional<String> sentence,
            long bytes,
            Optional<String> keyId) {}

    public static Report of(Batch batch) {
        return of(batch.jobs());
    }

    public static Report of(List<Job> jobs) {
        return new Report(jobs.stream().map(Report::line).toList());
    }

    private static Line line(Job job) {
        JobView view = job.view();
        Optional<FileResult> result = job.result();
        Optional<Problem> problem = view.problems().stream().findFirst();
        return new Line(
                view.source(),
                view.target(),
                view.state(),
                view.failure().map(FileException::kind).or(() -> problem.map(Problem::kind)).map(FileException.Kind::code),
                view.failure().map(Report::sentence).or(() -> result.flatMap(Report::sentence)),
                result.map(it -> it instanceof FileResult.Written written ? written.bytesWritten() : 0L).orElse(0L),
                result.flatMap(Report::keyId));
    }

    private static String sentence(FileException failure) {
        return failure.happened() + " " + failure.safe() + " " + failure.next();
    }

    private static Optional<String> sentence(FileResult result) {
        return switch (result) {
            case FileResult.Written written when written.problems().isEmpty() -> Optional.empty();
            case FileResult.Written written ->
                Optional.of(String.join(
                        " ", written.problems().stream().map(Problem::sentence).toList()));
            case FileResult.Skipped _ -> Optional.of("The name is taken; nothing was written.");
            case FileResult.Current _ -> Optional.of("It is on the newest material; nothing was written.");
        };
    }

    private static Optional<String> keyId(FileResult result) {
        return switch (result) {
            case FileResult.Written written -> Optional.of(written.keyId());
            case FileResult.Skipped _ -> Optional.empty();
            case FileResult.Current current -> Optional.of(current.keyId());
        };
    }
}
