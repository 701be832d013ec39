package app.keyhold.files;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Work of a disk that serves all who came before it began. Whoever comes while it runs belongs to the next round, which the
/// first of them does for all. Thread-safe.
final class Rounds {
    /// Says whether it served.
    private CompletableFuture<Boolean> last = CompletableFuture.completedFuture(true);

    private Optional<CompletableFuture<Boolean>> next = Optional.empty();

    interface Work {
        /// @return whether all who came before are served
        boolean run() throws IOException;
    }

    /// Returns after a round that began after the call.
    ///
    /// @return whether it served
    /// @throws IOException what the work threw, where the caller itself did it; others are not served then
    boolean await(Work work) throws IOException {
        CompletableFuture<Boolean> before;
        CompletableFuture<Boolean> mine;
        synchronized (this) {
            if (next.isPresent()) {
                mine = next.get();
                before = mine;
            } else {
                mine = new CompletableFuture<>();
                before = last;
                next = Optional.of(mine);
            }
        }
        before.join();
        return before == mine ? mine.join() : run(mine, work);
    }

    private boolean run(CompletableFuture<Boolean> round, Work work) throws IOException {
        synchronized (this) {
            next = Optional.empty();
            last = round;
        }
        boolean served = false;
        try {
            served = work.run();
            return served;
        } finally {
            round.complete(served);
        }
    }
}
