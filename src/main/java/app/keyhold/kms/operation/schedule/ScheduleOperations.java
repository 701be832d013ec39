package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.Operation;
import app.keyhold.kms.View;
import app.keyhold.kms.key.MaterialWrapping;
import java.util.List;
import java.util.function.Function;

/// The operations behind the schedule and the services' own keys, wired.
public final class ScheduleOperations {
    private ScheduleOperations() {}

    /// @param materials of the Region whose keys they make, rotate and delete
    /// @param copies the known backups of the vault
    public static List<Operation<?, ?>> all(MaterialWrapping materials, Function<View, List<String>> copies) {
        return List.of(
                new CreateServiceManagedKey(materials),
                new QueryDue(),
                new WitnessDates(),
                new ConfirmDate(),
                new RotateKey(materials),
                new DeleteKey(materials, copies),
                new DeleteExpiredKeyMaterial(materials, copies),
                new DeleteExpiredParameters());
    }
}
