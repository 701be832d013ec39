package app.keyhold.vault;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Keeps changes of the header and work for other Regions from coming between each other's steps within this program.
final class HeaderTurn {
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Runnable afterwards = () -> {};

    /// @param work done after every change of the header, before its answer is given
    void afterwards(Runnable work) {
        afterwards = work;
    }

    /// Runs what may change the header.
    <R> R change(Supplier<R> change) {
        turn.lock();
        try {
            R answer = change.get();
            afterwards.run();
            return answer;
        } finally {
            turn.unlock();
        }
    }

    /// Runs what must not meet a header half changed; also within a change.
    void run(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }
}
