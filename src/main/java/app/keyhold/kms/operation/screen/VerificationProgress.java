package app.keyhold.kms.operation.screen;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// How far the walks of the chain have come that are under way, by whoever asked for them.
final class VerificationProgress {
    private final Map<String, Walk> walks = new ConcurrentHashMap<>();

    record Walk(long walked, long rows) {}

    <T> T of(String session, long rows, Function<LongConsumer, T> walk) {
        walks.put(session, new Walk(0, rows));
        try {
            return walk.apply(walked -> walks.put(session, new Walk(walked, rows)));
        } finally {
            walks.remove(session);
        }
    }

    Optional<Walk> of(String session) {
        return Optional.ofNullable(walks.get(session));
    }
}
