package app.keyhold.cli;

import app.keyhold.files.BatchView;
import app.keyhold.files.Pace;
import java.time.Duration;
import java.util.Locale;

/// How far a batch is, on one line that is written over and over, where a person watches; nowhere otherwise.
public final class ProgressLine {
    private static final int WIDTH = 79; // the last column would begin a new line

    private final Terminal terminal;
    private boolean shown;

    public ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    public void show(BatchView batch) {
        if (terminal.watched()) {
            String text = text(batch);
            terminal.err().print("\r" + (text.length() > WIDTH ? text.substring(0, WIDTH) : text + " ".repeat(WIDTH - text.length())));
            terminal.err().flush();
            shown = true;
        }
    }

    /// Before anything else is written.
    public void clear() {
        if (shown) {
            terminal.err().print("\r" + " ".repeat(WIDTH) + "\r");
            terminal.err().flush();
            shown = false;
        }
    }

    /// `34 %  1.2 GiB of 3.5 GiB  412 MB/s  0:05 left  2 of 14 files  1 failed`.
    static String text(BatchView batch) {
        Pace pace = batch.pace();
        var text = new StringBuilder();
        if (batch.state() == BatchView.State.SCANNING) {
            return text.append("Counting: ").append(files(batch.found())).append(", ").append(Sizes.of(pace.bytesTotal())).toString();
        }
        text.append((int) Math.floor(pace.fraction() * 100)).append(" %  ");
        text.append(Sizes.of(pace.bytesDone())).append(" of ").append(Sizes.of(pace.bytesTotal()));
        if (pace.bytesPerSecond() > 0) {
            text.append(String.format(Locale.ROOT, "  %.0f MB/s", pace.bytesPerSecond() / 1e6));
        }
        pace.remaining().ifPresent(left -> text.append("  ").append(clock(left)).append(" left"));
        if (batch.found() > 1) {
            text.append(String.format(Locale.ROOT, "  %,d of %s", batch.over(), files(batch.found())));
        }
        if (batch.failed() > 0) {
            text.append(String.format(Locale.ROOT, "  %,d failed", batch.failed()));
        }
        return text.toString();
    }

    private static String files(int count) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "file" : "files");
    }

    /// `0:05`, `1:02:00`.
    private static String clock(Duration left) {
        return left.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
    }
}
