package app.keyhold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.files.BatchOrder;
import app.keyhold.files.BatchView;
import app.keyhold.files.Collision;
import app.keyhold.files.Destination;
import app.keyhold.files.Pace;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void tellsBytesSpeedAndWhatIsLeft() {
        var pace = new Pace(1L << 30, 3L << 30, 412e6, Optional.of(Duration.ofSeconds(5)));

        assertThat(ProgressLine.text(view(BatchView.State.RUNNING, 14, 2, 1, pace)))
                .isEqualTo("33 %  1.0 GiB of 3.0 GiB  412 MB/s  0:05 left  2 of 14 files  1 failed");
    }

    @Test
    void saysNothingOfWhatIsNotKnownYet() {
        var pace = new Pace(0, 10, 0, Optional.empty());

        assertThat(ProgressLine.text(view(BatchView.State.RUNNING, 1, 0, 0, pace)))
                .isEqualTo("0 %  0 bytes of 10 bytes");
    }

    @Test
    void countsWhileFoldersAreSearched() {
        var pace = new Pace(0, 3000, 0, Optional.empty());

        assertThat(ProgressLine.text(view(BatchView.State.SCANNING, 1204, 0, 0, pace)))
                .isEqualTo("Counting: 1,204 files, 2.9 KiB");
    }

    @Test
    void tellsHoursAsHours() {
        var pace = new Pace(1, 3L << 40, 412e6, Optional.of(Duration.ofMinutes(62)));

        assertThat(ProgressLine.text(view(BatchView.State.RUNNING, 1, 0, 0, pace))).contains("1:02:00 left");
    }

    @Test
    void isWrittenOverAndLeavesNothing() {
        var line = new ProgressLine(terminal(true));
        line.show(view(BatchView.State.RUNNING, 1, 0, 0, new Pace(5, 10, 0, Optional.empty())));
        line.show(view(BatchView.State.RUNNING, 1, 0, 0, new Pace(9, 10, 0, Optional.empty())));
        line.clear();

        String printed = err.toString(StandardCharsets.UTF_8);
        assertThat(printed).doesNotContain("\n").endsWith("\r" + " ".repeat(79) + "\r");
        assertThat(printed.split("\r")).allMatch(shown -> shown.length() < 80);
    }

    @Test
    void isNotThereWhereNobodyWatches() {
        var line = new ProgressLine(terminal(false));
        line.show(view(BatchView.State.RUNNING, 1, 0, 0, new Pace(5, 10, 0, Optional.empty())));
        line.clear();

        assertThat(err.size()).isZero();
    }

    private Terminal terminal(boolean watched) {
        return new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.Prompt.NOBODY,
                () -> ZoneOffset.UTC,
                watched);
    }

    private static BatchView view(BatchView.State state, int found, int over, int failed, Pace pace) {
        var order = new BatchOrder.Decrypt(List.of(Path.of("a")), Destination.beside(), Collision.FAIL, false);
        return new BatchView(1, order, state, found, over, failed, 0, pace);
    }
}
