package app.keyhold.kms;

import java.util.List;
import java.util.Optional;

/// A request that may ask only whether it would succeed.
public interface DryRunnable {
    Optional<Boolean> dryRun();

    /// `IGNORE_CIPHERTEXT`: the answer is about permissions and key state only.
    default List<String> dryRunModifiers() {
        return List.of();
    }
}
