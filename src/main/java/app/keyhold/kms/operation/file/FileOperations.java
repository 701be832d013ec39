package app.keyhold.kms.operation.file;

import app.keyhold.kms.Operation;
import java.util.List;

/// What is done about known files, wired.
public final class FileOperations {
    private FileOperations() {}

    public static List<Operation<?, ?>> all() {
        return List.of(new RecordFiles(), new ForgetFiles());
    }
}
