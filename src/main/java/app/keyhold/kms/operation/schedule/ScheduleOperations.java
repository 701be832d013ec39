package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.Operation;
import app.keyhold.kms.View;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.keystore.KeyStoreConnections;
import java.util.List;
import java.util.function.Function;

/// The operations behind the schedule and the services' own keys, wired.
public final class ScheduleOperations {
    private ScheduleOperations() {}

    /// @param materials of the Region whose keys they make, rotate and delete
    /// @param copies the known backups of the vault
    /// @param stores where keys are whose secret is elsewhere
    public static List<Operation<?, ?>> all(
            MaterialWrapping materials, KeyStoreConnections stores, Function<View, List<String>> copies) {
        return List.of(
                new CreateServiceManagedKey(materials),
                new QueryDue(),
                new WitnessDates(),
                new ConfirmDate(),
                new RotateKey(materials),
                new DeleteKey(materials, stores, copies),
                new DeleteExpiredKeyMaterial(materials, copies),
                new DeleteExpiredParameters());
    }
}
