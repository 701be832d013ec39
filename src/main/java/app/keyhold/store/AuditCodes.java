package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.EventFilter.Result;
import app.keyhold.audit.MalformedRecordException;

/// Effects and results as numbers in columns; written out, so that reordering an enum changes no meaning.
final class AuditCodes {
    static final int ALLOWED = 0;

    private AuditCodes() {}

    static int of(Effect effect) {
        return switch (effect) {
            case READ -> 1;
            case USE -> 2;
            case ADMINISTRATION -> 3;
        };
    }

    static Effect effect(int code) {
        return switch (code) {
            case 1 -> Effect.READ;
            case 2 -> Effect.USE;
            case 3 -> Effect.ADMINISTRATION;
            default -> throw new MalformedRecordException("Unknown effect " + code);
        };
    }

    static int of(Result result) {
        return switch (result) {
            case ALLOWED -> ALLOWED;
            case DENIED -> 1;
            case FAILED -> 2;
        };
    }

    static Result result(int code) {
        return switch (code) {
            case ALLOWED -> Result.ALLOWED;
            case 1 -> Result.DENIED;
            case 2 -> Result.FAILED;
            default -> throw new MalformedRecordException("Unknown result " + code);
        };
    }
}
