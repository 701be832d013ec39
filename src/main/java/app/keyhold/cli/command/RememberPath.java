package app.keyhold.cli.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whether the vault remembers where files were written, for one command.
final class RememberPath {
    @Option(
            names = "--remember-path",
            negatable = true,
            description = "Have the vault remember where each file is, or not, whatever its setting remember-paths says")
    private @Nullable Boolean remember;

    /// Empty: as the vault's setting says.
    Optional<Boolean> choice() {
        return Optional.ofNullable(remember);
    }
}
