package app.keyhold.kms.outbox;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import java.util.HashSet;
import java.util.stream.Collectors;

/// What a Region does for another one, once for each entry of the other's outbox.
public final class Inbox {
    private static final int TIDIED_ABOVE = 64;

    private Inbox() {}

    /// Whether the entry waits and was not done here yet. To be asked again inside the transaction by [#accept].
    public static boolean isDue(View here, View source, String operationId) {
        return source.outbox().stream().anyMatch(entry -> entry.id().equals(operationId)) && !isDone(here, operationId);
    }

    /// Remembers the entry in the transaction that does what it asks for. Entries that the other Region will not ask for
    /// again are forgotten.
    ///
    /// @return false if it was done before: then there is nothing to do
    public static boolean accept(UnitOfWork work, View source, String operationId) {
        if (isDone(work, operationId)) {
            return false;
        }
        tidy(work, source);
        work.put(new AppliedOperation(operationId, source.region(), work.now()));
        return true;
    }

    private static boolean isDone(View view, String operationId) {
        return view.applied().stream().anyMatch(done -> done.id().equals(operationId));
    }

    private static void tidy(UnitOfWork work, View source) {
        var applied = work.applied();
        if (applied.size() < TIDIED_ABOVE) {
            return;
        }
        var waiting = source.outbox().stream().map(OutboxEntry::id).collect(Collectors.toCollection(HashSet::new));
        applied.stream()
                .filter(done -> done.source().equals(source.region()) && !waiting.contains(done.id()))
                .forEach(work::remove);
    }
}
