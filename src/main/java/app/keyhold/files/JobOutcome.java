package app.keyhold.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How the work on one file ended.
record JobOutcome(JobState state, Optional<FileResult> result, Optional<FileException> failure) {
    static final JobOutcome CANCELLED = new JobOutcome(JobState.CANCELLED, Optional.empty(), Optional.empty());

    static JobOutcome of(Path source, Supplier<FileResult> work) {
        try {
            FileResult result = work.get();
            var state = result instanceof FileResult.Written ? JobState.DONE : JobState.SKIPPED;
            return new JobOutcome(state, Optional.of(result), Optional.empty());
        } catch (FileException told) {
            return told.kind() == FileException.Kind.CANCELLED ? CANCELLED : failed(told);
        } catch (RuntimeException unforeseen) {
            return failed(Failures.of(source).unforeseen(unforeseen));
        } catch (Error fatal) {
            return failed(Failures.of(source).unforeseen(new IllegalStateException(fatal.toString(), fatal)));
        }
    }

    List<Problem> problems() {
        return result.map(FileResult::problems).orElse(List.of());
    }

    private static JobOutcome failed(FileException why) {
        return new JobOutcome(JobState.FAILED, Optional.empty(), Optional.of(why));
    }
}
