package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Tone;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.BatchView;
import app.keyhold.files.FileException;
import app.keyhold.files.JobState;
import app.keyhold.files.JobView;
import app.keyhold.files.Pace;
import app.keyhold.files.Phase;
import java.util.Optional;

/// How a job stands, in words.
///
/// @param state `Encrypting 61 %`, `Done, verified`, `Damaged at byte 3,000,004`
/// @param detail `1.1 GB · 2 s left`, `Nothing was written`
record JobWords(Tone tone, String state, String detail) {
    static JobWords of(JobRow row, Formats formats) {
        var batch = row.batchProperty().get();
        var job = row.jobProperty().get();
        boolean encrypts = !(batch.order() instanceof BatchOrder.Decrypt);
        return switch (batch.state()) {
            case SCANNING -> new JobWords(Tone.OFF, "Counting", formats.count(batch.found(), "file", "files") + "…");
            case RUNNING -> running(row, batch, job, encrypts, formats);
            case PAUSED -> new JobWords(Tone.WARN, "Paused " + percent(batch.pace()), size(row, batch, formats));
            case DONE -> done(row, batch, job, encrypts, formats);
            case DONE_WITH_PROBLEMS -> failed(row, batch, job, encrypts, formats);
            case CANCELLED -> new JobWords(
                    Tone.OFF,
                    "Cancelled",
                    row.isFolder() ? "Unfinished files were removed" : "Nothing was written");
        };
    }

    private static JobWords running(
            JobRow row, BatchView batch, Optional<JobView> job, boolean encrypts, Formats formats) {
        boolean waits = batch.over() == 0
                && batch.pace().bytesDone() == 0
                && job.map(view -> view.state() == JobState.QUEUED).orElse(true);
        if (waits) {
            return new JobWords(Tone.OFF, "Waiting", size(row, batch, formats));
        }
        String verb = job.flatMap(JobView::phase).map(JobWords::verb).orElse(encrypts ? "Encrypting" : "Decrypting");
        return new JobWords(Tone.WARN, verb + " " + percent(batch.pace()), pace(batch.pace(), formats));
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

    private static String percent(Pace pace) {
        return Math.round(Math.floor(pace.fraction() * 100)) + " %";
    }

    private static String pace(Pace pace, Formats formats) {
        String size = formats.bytes(pace.bytesTotal());
        return pace.remaining()
                .map(left -> size + " · " + formats.duration(left) + " left")
                .orElseGet(() -> pace.bytesPerSecond() > 0 ? size + " · " + formats.rate(pace.bytesPerSecond()) : size);
    }

    private static String size(JobRow row, BatchView batch, Formats formats) {
        String bytes = formats.bytes(batch.pace().bytesTotal());
        return row.isFolder() ? formats.count(batch.found(), "file", "files") + " · " + bytes : bytes;
    }

    private static JobWords done(
            JobRow row, BatchView batch, Optional<JobView> job, boolean encrypts, Formats formats) {
        if (job.filter(view -> view.state() == JobState.SKIPPED).isPresent()
                || batch.found() > 0 && batch.skipped() == batch.found()) {
            String why = batch.order() instanceof BatchOrder.Reencrypt
                    ? "Already on the newest material"
                    : "Skipped, the name is taken";
            return new JobWords(Tone.OFF, why, "Nothing was written");
        }
        String detail = size(row, batch, formats) + (row.keyName().isEmpty() ? "" : " · " + row.keyName());
        return new JobWords(Tone.OK, encrypts ? "Done, verified" : "Decrypted", detail);
    }

    private static JobWords failed(
            JobRow row, BatchView batch, Optional<JobView> job, boolean encrypts, Formats formats) {
        var failure = job.flatMap(JobView::failure);
        if (failure.isPresent()) {
            return new JobWords(Tone.BAD, inBrief(failure.get(), formats), unfinished(failure.get().safe()));
        }
        long good = batch.found() - batch.failed() - batch.skipped();
        return new JobWords(
                Tone.BAD,
                formats.count(batch.failed()) + " of " + formats.count(batch.found(), "file", "files") + " failed",
                formats.count(good) + (encrypts ? " encrypted" : " decrypted"));
    }

    /// Few enough words for a row; the whole sentence is in the details.
    private static String inBrief(FileException failure, Formats formats) {
        return switch (failure.kind()) {
            case DAMAGED -> failure.offset().isPresent()
                    ? "Damaged at byte " + formats.count(failure.offset().getAsLong())
                    : "Damaged";
            case TRUNCATED -> "Cut off before its end";
            case NOT_A_MESSAGE -> "Not an encrypted file";
            case UNCOMMITTED -> "Does not commit to its key";
            case NO_KEY -> "Its key is not in this vault";
            case DENIED -> "The key may not be used";
            case REFUSED -> "Refused";
            case EXISTS -> "The name is taken";
            case NO_SPACE -> "No space left";
            case READ_ONLY -> "The place is read-only";
            case SOURCE_CHANGED -> "Changed while it was read";
            case NOT_FOUND -> "Not there any more";
            case UNREADABLE -> "Can’t be read";
            case NOT_A_FILE -> "Not a file";
            case CANCELLED -> "Cancelled";
            case IO -> "The disk failed";
        };
    }

    /// The first half of a sentence is enough for a row.
    private static String unfinished(String sentence) {
        String half = sentence.split(";", 2)[0];
        return half.endsWith(".") ? half.substring(0, half.length() - 1) : half;
    }
}
