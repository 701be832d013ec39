package app.keyhold.desktop.lock;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.files.BatchView;
import app.keyhold.files.JobListener;
import app.keyhold.files.JobQueue;
import app.keyhold.files.JobView;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// What the unlock page says about files still being worked on with the data keys they hold, and the way to end them.
public final class JobsUnderLock extends HBox implements JobListener {
    private static final Words WORDS = Words.of(JobsUnderLock.class);

    private final JobQueue queue;
    private final Background background;
    private final Label text = Texts.of("", "wrapped");

    public JobsUnderLock(JobQueue queue, Background background) {
        super(12);
        this.queue = queue;
        this.background = background;
        var stop = new Button(WORDS.get("under.stop"));
        stop.setId("stop-all");
        stop.setMinWidth(USE_PREF_SIZE);
        text.setWrapText(true);
        stop.setOnAction(_ -> stopAll());
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("banner", "info", "gate-others");
        getChildren().addAll(Icons.of(Feather.FILE, "accented"), text, new Spring(), stop);
        queue.listen(this);
        show();
    }

    /// Removes what was half written; the originals were never touched.
    public void stopAll() {
        background.run(
                () -> {
                    queue.close();
                    return queue;
                },
                _ -> show(),
                _ -> show());
    }

    @Override
    public void batchChanged(BatchView batch) {
        background.onScreen(this::show);
    }

    @Override
    public void jobChanged(JobView job) {
        // the batch's own change says enough
    }

    private void show() {
        long left = left(queue);
        text.setText(WORDS.get("under.left", left));
        setVisible(left > 0);
        setManaged(left > 0);
    }

    /// How many batches are not over.
    static long left(JobQueue queue) {
        return queue.batches().stream().filter(batch -> !isOver(batch.view())).count();
    }

    static boolean isOver(BatchView view) {
        return switch (view.state()) {
            case SCANNING, RUNNING, PAUSED -> false;
            case DONE, DONE_WITH_PROBLEMS, CANCELLED -> true;
        };
    }
}
