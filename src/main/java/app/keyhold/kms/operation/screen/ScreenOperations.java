package app.keyhold.kms.operation.screen;

import app.keyhold.kms.Operation;
import java.time.InstantSource;
import java.util.List;

/// The queries behind the screens, wired.
public final class ScreenOperations {
    private ScreenOperations() {}

    /// @param vaultId what the chain's hashes begin with
    public static List<Operation<?, ?>> all(String vaultId, InstantSource clock) {
        var progress = new VerificationProgress();
        return List.of(
                new QueryKeys(),
                new QueryKey(clock),
                new QueryGrants(),
                new QueryRotations(),
                new QueryFiles(),
                new QueryContents(),
                new QueryAccess(clock),
                new ExplainAccess(clock),
                new CheckPolicy(),
                new QueryHolder(),
                new QueryAccessKeys(),
                new LookupEvents(),
                new QueryEventsAfter(),
                new QueryHistogram(),
                new QueryEventAttributes(),
                new VerifyTrail(vaultId, clock, progress),
                new QueryVerification(progress));
    }
}
