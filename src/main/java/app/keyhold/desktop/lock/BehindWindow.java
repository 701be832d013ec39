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

/// What a locked window says of the vault that is still open behind it: what for, and that it locks after that.
public final class BehindWindow extends HBox implements JobListener {
    private static final Words WORDS = Words.of(BehindWindow.class);

    private final JobQueue queue;
    private final Background background;
    private final Runnable done;
    private final Label text = Texts.of("", "wrapped");
    private boolean over;

    /// @param lock locks the vault now
    /// @param done called once, when nothing is at work any more
    public BehindWindow(JobQueue queue, Background background, Runnable lock, Runnable done) {
        super(12);
        this.queue = queue;
        this.background = background;
        this.done = done;
        var now = new Button(WORDS.get("behind.lock"));
        now.setId("lock-vault-now");
        now.setOnAction(_ -> lock.run());
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("banner", "warn", "gate-others");
        getChildren().addAll(Icons.of(Feather.UNLOCK, "warn"), text, new Spring(), now);
        queue.listen(this);
        show();
    }

    /// Whether anything is left for which a vault would stay open.
    public static boolean isNeeded(JobQueue queue) {
        return JobsUnderLock.left(queue) > 0;
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
        long left = JobsUnderLock.left(queue);
        text.setText(WORDS.get("behind.open", left));
        if (left == 0 && !over) {
            over = true;
            done.run();
        }
    }

    /// The window is open again, or the vault locked: nobody waits for the end any more.
    public void forget() {
        over = true;
        queue.forget(this);
    }
}
