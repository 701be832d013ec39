package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Tone;
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
    static JobWords of(JobRow row, Formats formats) {
        var batch = row.batchProperty().get();
        return switch (batch.state()) {
            case SCANNING -> new JobWords(Tone.OFF, "Counting", formats.count(batch.found(), "file", "files") + "…");
            case RUNNING -> running(row, batch, formats);
            case PAUSED -> new JobWords(Tone.WARN, "Paused " + percent(row), bytes(row, batch, formats));
            case DONE -> done(row, batch, formats);
            case DONE_WITH_PROBLEMS -> failed(row, batch, formats);
            case CANCELLED -> new JobWords(Tone.OFF, "Cancelled", cancelled(row, batch));
        };
    }

    private static JobWords running(JobRow row, BatchView batch, Formats formats) {
        var job = row.jobProperty().get();
        boolean waits = batch.over() == 0
                && batch.pace().bytesDone() == 0
                && job.map(view -> view.state() == JobState.QUEUED).orElse(true);
        if (waits) {
            return new JobWords(Tone.OFF, "Waiting", size(row, batch, formats));
        }
        String verb = job.flatMap(JobView::phase).map(JobWords::verb).orElse(verb(batch.order()));
        return new JobWords(Tone.WARN, verb + " " + percent(row), progress(row, batch, formats));
    }

    private static String verb(BatchOrder order) {
        return switch (order) {
            case BatchOrder.Encrypt _ -> "Encrypting";
            case BatchOrder.Decrypt _ -> "Decrypting";
            case BatchOrder.Reencrypt _ -> "Re-encrypting";
        };
    }

    private static String verb(Phase phase) {
        return switch (phase) {
            case OPENING -> "Opening";
            case ENCRYPTING -> "Encrypting";
            case DECRYPTING -> "Decrypting";
            case VERIFYING -> "Verifying";
            case FINISHING -> "Finishing";
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
        return (int) (fraction(row) * 100) + " %";
    }

    private static String progress(JobRow row, BatchView batch, Formats formats) {
        Pace pace = pace(row);
        String speed = pace.bytesPerSecond() > 0 ? "\n" + formats.rate(pace.bytesPerSecond()) : "";
        String left = pace.remaining().map(time -> " · " + formats.duration(time) + " left").orElse("");
        return bytes(row, batch, formats) + speed + left;
    }

    /// `0.7 of 1.1 GB`; of a folder, `37 of 212 files`.
    private static String bytes(JobRow row, BatchView batch, Formats formats) {
        Pace pace = pace(row);
        return row.isFolder()
                ? formats.count(batch.over()) + " of " + formats.count(batch.found(), "file", "files")
                : formats.bytes(pace.bytesDone()) + " of " + formats.bytes(pace.bytesTotal());
    }

    private static String size(JobRow row, BatchView batch, Formats formats) {
        String bytes = formats.bytes(batch.pace().bytesTotal());
        return row.isFolder() ? formats.count(batch.found(), "file", "files") + " · " + bytes : bytes;
    }

    private static String cancelled(JobRow row, BatchView batch) {
        if (row.isFolder()) {
            return "What was half written is removed";
        }
        return batch.pace().bytesDone() > 0 || row.jobProperty().get().filter(job -> job.pace().bytesDone() > 0).isPresent()
                ? "The partial file is removed"
                : "Nothing was written";
    }

    private static JobWords done(JobRow row, BatchView batch, Formats formats) {
        if (batch.found() > 0 && batch.skipped() == batch.found()) {
            String why = batch.order() instanceof BatchOrder.Reencrypt
                    ? "Already on the newest material"
                    : "Skipped, the name is taken";
            return new JobWords(Tone.OFF, why, "Nothing was written");
        }
        if (batch.found() == 0) {
            return new JobWords(Tone.OFF, "Nothing to do", "No file was found in it");
        }
        long notes = row.notesProperty().get();
        String detail = size(row, batch, formats) + (row.keyName().isEmpty() ? "" : " · " + row.keyName());
        if (notes > 0) {
            return new JobWords(Tone.WARN, done(batch.order()), formats.count(notes, "thing", "things") + " to look at");
        }
        String skipped = batch.skipped() > 0 ? "\n" + formats.count(batch.skipped()) + " skipped" : "";
        return new JobWords(Tone.OK, done(batch.order()), detail + skipped);
    }

    private static String done(BatchOrder order) {
        return switch (order) {
            case BatchOrder.Encrypt encrypt -> encrypt.verify() ? "Done, verified" : "Done";
            case BatchOrder.Decrypt decrypt -> decrypt.extract() ? "Extracted" : "Decrypted";
            case BatchOrder.Reencrypt _ -> "Re-encrypted, verified";
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
                formats.count(batch.failed()) + " of " + formats.count(batch.found(), "file", "files") + " failed",
                formats.count(good) + (batch.order() instanceof BatchOrder.Decrypt ? " decrypted" : " encrypted"));
    }

    /// The first half of a sentence is enough for a row.
    private static String half(String sentence) {
        String half = sentence.split(";", 2)[0];
        return half.endsWith(".") ? half.substring(0, half.length() - 1) : half;
    }
}
