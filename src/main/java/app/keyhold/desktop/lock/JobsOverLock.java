package app.keyhold.desktop.lock;

import app.keyhold.desktop.part.Words;
import app.keyhold.files.Batch;
import app.keyhold.files.BatchView;
import app.keyhold.files.Job;
import app.keyhold.files.JobQueue;
import app.keyhold.files.JobState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Files that were being worked on when the vault was locked, and what became of them: told after the next unlock.
public final class JobsOverLock {
    private static final Words WORDS = Words.of(JobsOverLock.class);

    private final JobQueue queue;
    private final List<Batch> batches;
    private final Set<Job> waited = new HashSet<>();
    private final Set<Job> atWork = new HashSet<>();

    private JobsOverLock(JobQueue queue, List<Batch> batches) {
        this.queue = queue;
        this.batches = batches;
        batches.forEach(batch -> batch.jobs().forEach(this::remember));
    }

    /// To be called before the lock does anything about them. Empty if nothing is at work.
    public static Optional<JobsOverLock> of(JobQueue queue) {
        List<Batch> unfinished = queue.batches().stream()
                .filter(batch -> !JobsUnderLock.isOver(batch.view()))
                .toList();
        return unfinished.isEmpty() ? Optional.empty() : Optional.of(new JobsOverLock(queue, unfinished));
    }

    private void remember(Job job) {
        var view = job.view();
        if (!view.state().over()) {
            (view.phase().isPresent() ? atWork : waited).add(job);
        }
    }

    public JobQueue queue() {
        return queue;
    }

    public List<Batch> batches() {
        return batches;
    }

    /// Those with files that were not done, once nothing of them is at work any more.
    public List<Batch> left() {
        return batches.stream()
                .filter(batch -> batch.view().state() == BatchView.State.CANCELLED)
                .toList();
    }

    /// `3 files were finished while the vault was locked. 12 had not begun and are as they were.`
    public String sentence() {
        var parts = new ArrayList<String>();
        long done = count(JobState.DONE);
        long stopped = atWork.stream().filter(job -> job.view().state() == JobState.CANCELLED).count();
        long untouched = waited.stream().filter(job -> job.view().state() == JobState.CANCELLED).count();
        long failed = count(JobState.FAILED);
        long still = all().stream().filter(job -> !job.view().state().over()).count();
        say(parts, done, WORDS.get("over.done", done));
        say(parts, stopped, WORDS.get("over.stopped", stopped));
        say(parts, failed, WORDS.get("over.failed", failed));
        say(parts, still, WORDS.get("over.still", still));
        say(parts, untouched, WORDS.get("over.untouched", untouched));
        if (parts.isEmpty() && !left().isEmpty()) {
            parts.add(WORDS.get("over.counting"));
        }
        return String.join(" ", parts);
    }

    private Set<Job> all() {
        var all = new HashSet<>(waited);
        all.addAll(atWork);
        return all;
    }

    private long count(JobState state) {
        return all().stream().filter(job -> job.view().state() == state).count();
    }

    private static void say(List<String> parts, long count, String sentence) {
        if (count > 0) {
            parts.add(sentence);
        }
    }
}
