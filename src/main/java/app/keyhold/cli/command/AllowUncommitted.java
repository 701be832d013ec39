package app.keyhold.cli.command;

import app.keyhold.cli.Options;
import java.util.function.BooleanSupplier;

/// Whether messages of suites that do not commit to their key are opened.
final class AllowUncommitted {
    private final BooleanSupplier allowed;

    AllowUncommitted(Options options) {
        allowed = options.flag(
                "--allow-uncommitted",
                "Open messages of old suites, which do not commit to their key: only if you trust who wrote them");
    }

    boolean allowed() {
        return allowed.getAsBoolean();
    }
}
