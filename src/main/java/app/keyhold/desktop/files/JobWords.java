package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.BatchView;
import app.keyhold.files.JobState;
import app.keyhold.files.JobView;
import app.keyhold.files.Pace;
import app.keyhold.files.Phase;
import java.util.Optional;

/// How a job stands, in words.
///
/// @param state `Encrypting 61 %`, `Done, verified`, `Damaged at byte 3,000,004`
/// @param detail up to two lines: `0.7 of 1.1 GB` and `448 MB/s · 2 s left`; `Nothing was written`
record JobWords(Tone tone, String state, String detail) {
    private static final Words WORDS = Words.of(JobWords.class);
    static JobWords of(JobRow row, Formats formats) {
        var batch = row.batchProperty().get();
        return switch (batch.state()) {
            case SCANNING -> new JobWords(Tone.OFF, WORDS.get("job.counting"), WORDS.get("job.soFar", FileWords.files(batch.found())));
            case RUNNING -> running(row, batch, formats);
            case PAUSED -> new JobWords(Tone.WARN, WORDS.get("job.pausedAt", percent(row)), bytes(row, batch, formats));
            case DONE -> done(row, batch, formats);
            case DONE_WITH_PROBLEMS -> failed(row, batch, formats);
            case CANCELLED -> new JobWords(Tone.OFF, WORDS.get("job.cancelled"), cancelled(row, batch));
        };
    }

    private static JobWords running(JobRow row, BatchView batch, Formats formats) {
        var job = row.jobProperty().get();
        boolean waits = batch.over() == 0
                && batch.pace().bytesDone() == 0
                && job.map(view -> view.state() == JobState.QUEUED).orElse(true);
        if (waits) {
            return new JobWords(Tone.OFF, WORDS.get("job.waiting"), size(row, batch, formats));
        }
        String verb = job.flatMap(JobView::phase).map(JobWords::verb).orElse(verb(batch.order()));
        return new JobWords(Tone.WARN, WORDS.get("job.working", verb, percent(row)), progress(row, batch, formats));
    }

    private static String verb(BatchOrder order) {
        return switch (order) {
            case BatchOrder.Encrypt _ -> WORDS.get("verb.encrypting");
            case BatchOrder.Decrypt _ -> WORDS.get("verb.decrypting");
            case BatchOrder.Reencrypt _ -> WORDS.get("verb.reencrypting");
        };
    }

    private static String verb(Phase phase) {
        return switch (phase) {
            case OPENING -> WORDS.get("verb.opening");
            case ENCRYPTING -> WORDS.get("verb.encrypting");
            case DECRYPTING -> WORDS.get("verb.decrypting");
            case VERIFYING -> WORDS.get("verb.verifying");
            case FINISHING -> WORDS.get("verb.finishing");
        };
    }

    /// How far, 0 to 1. Verifying begins again at 0, because every byte is read again.
    static double fraction(JobRow row) {
        return pace(row).fraction();
    }

    private static Pace pace(JobRow row) {
        return row.jobProperty()
                .get()
                .filter(job -> job.phase().equals(Optional.of(Phase.VERIFYING)))
                .map(JobView::pace)
                .orElse(row.batchProperty().get().pace());
    }

    private static String percent(JobRow row) {
        return WORDS.get("job.percent", (int) (fraction(row) * 100));
    }

    private static String progress(JobRow row, BatchView batch, Formats formats) {
        Pace pace = pace(row);
        String speed = pace.bytesPerSecond() > 0 ? "\n" + formats.rate(pace.bytesPerSecond()) : "";
        String left = pace.remaining().map(time -> " · " + WORDS.get("job.left", formats.duration(time))).orElse("");
        return bytes(row, batch, formats) + speed + left;
    }

    /// `0.7 of 1.1 GB`; of a folder, `37 of 212 files`.
    private static String bytes(JobRow row, BatchView batch, Formats formats) {
        Pace pace = pace(row);
        return row.isFolder()
                ? WORDS.get("job.of", formats.count(batch.over()), FileWords.files(batch.found()))
                : WORDS.get("job.of", formats.bytes(pace.bytesDone()), formats.bytes(pace.bytesTotal()));
    }

    private static String size(JobRow row, BatchView batch, Formats formats) {
        String bytes = formats.bytes(batch.pace().bytesTotal());
        return row.isFolder() ? FileWords.files(batch.found()) + " · " + bytes : bytes;
    }

    private static String cancelled(JobRow row, BatchView batch) {
        if (row.isFolder()) {
            return WORDS.get("job.halfRemoved");
        }
        return batch.pace().bytesDone() > 0 || row.jobProperty().get().filter(job -> job.pace().bytesDone() > 0).isPresent()
                ? WORDS.get("job.partRemoved")
                : WORDS.get("job.nothingWritten");
    }

    private static JobWords done(JobRow row, BatchView batch, Formats formats) {
        if (batch.found() > 0 && batch.skipped() == batch.found()) {
            String why = batch.order() instanceof BatchOrder.Reencrypt
                    ? WORDS.get("job.onNewest")
                    : WORDS.get("job.nameTaken");
            return new JobWords(Tone.OFF, why, WORDS.get("job.nothingWritten"));
        }
        if (batch.found() == 0) {
            return new JobWords(Tone.OFF, WORDS.get("job.nothingToDo"), WORDS.get("job.noFile"));
        }
        long notes = row.notesProperty().get();
        String detail = size(row, batch, formats) + (row.keyName().isEmpty() ? "" : " · " + row.keyName());
        if (notes > 0) {
            return new JobWords(Tone.WARN, done(batch.order()), WORDS.get("job.notes", notes));
        }
        String skipped = batch.skipped() > 0 ? "\n" + WORDS.get("job.skippedCount", batch.skipped()) : "";
        return new JobWords(Tone.OK, done(batch.order()), detail + skipped);
    }

    private static String done(BatchOrder order) {
        return switch (order) {
            case BatchOrder.Encrypt encrypt -> WORDS.get(encrypt.verify() ? "job.doneVerified" : "job.done");
            case BatchOrder.Decrypt decrypt -> WORDS.get(decrypt.extract() ? "job.extracted" : "job.decrypted");
            case BatchOrder.Reencrypt _ -> WORDS.get("job.reencrypted");
        };
    }

    private static JobWords failed(JobRow row, BatchView batch, Formats formats) {
        var failure = row.jobProperty().get().flatMap(JobView::failure);
        if (failure.isPresent()) {
            return new JobWords(
                    Tone.BAD, new FailureWords(formats).inBrief(failure.get()), half(failure.get().safe()));
        }
        long good = batch.found() - batch.failed() - batch.skipped();
        return new JobWords(
                Tone.BAD,
                WORDS.get("job.failedOf", batch.failed(), FileWords.files(batch.found())),
                WORDS.get(batch.order() instanceof BatchOrder.Decrypt ? "job.goodDecrypted" : "job.goodEncrypted", good));
    }

    /// The first half of a sentence is enough for a row.
    private static String half(String sentence) {
        String half = sentence.split(";", 2)[0];
        return half.endsWith(".") ? half.substring(0, half.length() - 1) : half;
    }
}
