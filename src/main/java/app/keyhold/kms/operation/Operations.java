package app.keyhold.kms.operation;

import app.keyhold.kms.Operation;
import app.keyhold.kms.key.MaterialWrapping;
import java.util.List;

/// The operations of the KMS API that a caller can ask for, wired.
public final class Operations {
    private Operations() {}

    /// @param materials of the Region whose keys the operations use
    public static List<Operation<?, ?>> all(MaterialWrapping materials) {
        return List.of();
    }
}
