package app.keyhold.kms;

import java.util.Optional;

/// A request that may ask only whether it would succeed.
public interface DryRunnable {
    Optional<Boolean> dryRun();
}
