package app.keyhold.store;

import app.keyhold.kms.StoreException;
import app.keyhold.kms.StoreException.Kind;
import java.sql.SQLException;

/// What an error of the driver means for a person.
final class SqlFailure {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int INPUT_OUTPUT = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int NOT_A_DATABASE = 26;
    private static final int PRIMARY_CODE = 0xFF;

    private SqlFailure() {}

    static RuntimeException of(SQLException failure) {
        return switch (failure.getErrorCode() & PRIMARY_CODE) {
            case BUSY, LOCKED -> store(Kind.BUSY, "Another process is using the vault", failure);
            case READ_ONLY -> store(Kind.READ_ONLY, "The database may not be written", failure);
            case CANNOT_OPEN ->
                store(Kind.READ_ONLY, "The database or its folder may not be opened for writing", failure);
            case FULL -> store(Kind.NO_SPACE, "No space is left on the disk", failure);
            case INPUT_OUTPUT -> store(Kind.DAMAGED, "The disk reported an error", failure);
            case CORRUPT, NOT_A_DATABASE ->
                store(Kind.DAMAGED, "The database is damaged, or not encrypted under this vault's key", failure);
            case CONSTRAINT -> new IllegalStateException("The rows of the store would contradict each other", failure);
            default -> store(Kind.DAMAGED, "The database cannot be used", failure);
        };
    }

    static boolean isBusy(Throwable failure) {
        return failure instanceof StoreException store && store.kind() == Kind.BUSY;
    }

    private static StoreException store(Kind kind, String message, SQLException cause) {
        return new StoreException(kind, message, cause);
    }
}
