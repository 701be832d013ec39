package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.FileException;
import app.keyhold.files.JobView;
import app.keyhold.files.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What became of one file, in a line of the result.
///
/// @param result `Encrypted`, `Damaged at byte 3,000,004`
/// @param code the reason, as the command line's report has it too; empty where all went well
/// @param sentence what happened, what is safe, what to do next
/// @param place to show in the file manager
record ResultLine(String name, Tone tone, String result, String code, String sentence, long bytes, Path place) {
    private static final Words WORDS = Words.of(ResultLine.class);

    static ResultLine of(JobView job, BatchOrder order, FailureWords words) {
        return switch (job.state()) {
            case QUEUED -> line(job, Tone.OFF, WORDS.get("job.waiting"), "", "");
            case RUNNING, VERIFYING -> line(job, Tone.INFO, WORDS.get("job.atWork"), "", "");
            case PAUSED -> line(job, Tone.WARN, WORDS.get("job.paused"), "", "");
            case DONE -> done(job, order);
            case FAILED -> job.failure()
                    .map(failure -> line(
                            job, Tone.BAD, words.inBrief(failure), failure.kind().code(), sentence(failure)))
                    .orElseGet(() -> line(job, Tone.BAD, WORDS.get("job.failed"), "", ""));
            case CANCELLED -> line(
                    job, Tone.OFF, WORDS.get("job.cancelled"), "", WORDS.get("result.cancelled"));
            case SKIPPED -> line(job, Tone.OFF, WORDS.get("job.skipped"), "", skipped(order));
        };
    }

    private static ResultLine done(JobView job, BatchOrder order) {
        List<Problem> problems = job.problems();
        String sentences = problems.stream().map(Problem::sentence).collect(Collectors.joining(" "));
        String code = problems.stream().findFirst().map(problem -> problem.kind().code()).orElse("");
        String into = job.target().map(target -> WORDS.get("result.into", target)).orElse("");
        return problems.isEmpty()
                ? line(job, Tone.OK, verb(order), "", into)
                : line(job, Tone.WARN, WORDS.get("result.butSee", verb(order)), code, sentences);
    }

    private static String verb(BatchOrder order) {
        return switch (order) {
            case BatchOrder.Encrypt encrypt -> WORDS.get(encrypt.verify() ? "result.encryptedVerified" : "result.encrypted");
            case BatchOrder.Decrypt _ -> WORDS.get("job.decrypted");
            case BatchOrder.Reencrypt _ -> WORDS.get("job.reencrypted");
        };
    }

    private static String skipped(BatchOrder order) {
        return order instanceof BatchOrder.Reencrypt
                ? WORDS.get("result.onNewest")
                : WORDS.get("result.nameTaken");
    }

    private static String sentence(FileException failure) {
        String next = failure.kind() == FileException.Kind.UNCOMMITTED ? WORDS.get("result.askedByItself") : failure.next();
        return failure.happened() + " " + failure.safe() + " " + next;
    }

    private static ResultLine line(JobView job, Tone tone, String result, String code, String sentence) {
        Optional<Path> target = job.target();
        return new ResultLine(
                job.name(), tone, result, code, sentence, job.pace().bytesTotal(), target.orElse(job.source()));
    }

    /// Whether somebody should look at it.
    boolean isProblem() {
        return tone == Tone.BAD || tone == Tone.WARN;
    }
}
