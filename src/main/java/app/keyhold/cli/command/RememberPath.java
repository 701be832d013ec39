package app.keyhold.cli.command;

import app.keyhold.cli.Options;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether the vault remembers where files were written, for one command.
final class RememberPath {
    private final Supplier<Optional<Boolean>> remember;

    RememberPath(Options options) {
        remember = options.eitherWay(
                "--remember-path",
                "Have the vault remember where each file is, or not, whatever its setting remember-paths says");
    }

    /// Empty: as the vault's setting says.
    Optional<Boolean> choice() {
        return remember.get();
    }
}
