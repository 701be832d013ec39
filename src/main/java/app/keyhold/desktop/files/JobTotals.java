package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Words;
import app.keyhold.files.BatchView;
import java.util.List;

/// All rows together.
///
/// @param left bytes of the rows at work that are still to do
/// @param atWork bytes of the rows at work
record JobTotals(
        int rows, int over, int running, long bytesDone, long bytesTotal, long left, long atWork, double bytesPerSecond) {
    private static final Words WORDS = Words.of(JobTotals.class);
    static JobTotals of(List<JobRow> rows) {
        int over = 0;
        int running = 0;
        long done = 0;
        long total = 0;
        long left = 0;
        long atWork = 0;
        double rate = 0;
        for (JobRow row : rows) {
            BatchView batch = row.batchProperty().get();
            total += batch.pace().bytesTotal();
            done += row.isOver() ? batch.pace().bytesTotal() : batch.pace().bytesDone();
            if (row.isOver()) {
                over++;
            } else {
                running++;
                left += batch.pace().bytesTotal() - batch.pace().bytesDone();
                atWork += batch.pace().bytesTotal();
                rate += batch.state() == BatchView.State.PAUSED ? 0 : batch.pace().bytesPerSecond();
            }
        }
        return new JobTotals(rows.size(), over, running, done, total, left, atWork, rate);
    }

    String summary(Formats formats) {
        if (rows == 0) {
            return "";
        }
        String done = WORDS.get("totals.done", over, rows);
        if (running == 0) {
            return done + " · " + formats.bytes(bytesTotal);
        }
        String bytes = " · " + WORDS.get("job.of", formats.bytes(bytesDone), formats.bytes(bytesTotal));
        return done + bytes + (bytesPerSecond > 0 ? " · " + formats.rate(bytesPerSecond) : "");
    }

    /// 0 to 1; negative when nothing runs.
    double fraction() {
        return running == 0 ? -1 : atWork == 0 ? 0 : (double) (atWork - left) / atWork;
    }

    String inBrief() {
        if (running == 0) {
            return "";
        }
        return WORDS.get("totals.brief", running, (long) (fraction() * 100));
    }
}
