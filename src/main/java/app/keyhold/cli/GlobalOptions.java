package app.keyhold.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Options every command takes, before or behind its name; the environment answers for those not given.
public final class GlobalOptions {
    private final Map<String, String> environment;

    @Option(
            names = "--vault",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The vault's folder (KEYHOLD_VAULT; else personal.keyhold in your data folder)")
    private @Nullable Path vault;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Who unlocks (KEYHOLD_USER; else owner)")
    private @Nullable String user;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            scope = ScopeType.INHERIT,
            description = "Take on a role for this command, by name or ARN (KEYHOLD_ROLE)")
    private @Nullable String role;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Read the passphrase from a file (KEYHOLD_PASSPHRASE_FILE; else you are asked)")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The key file needed beside the passphrase, if there is one")
    private @Nullable Path keyFile;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            scope = ScopeType.INHERIT,
            description = "The Region to work in (KEYHOLD_REGION; else the vault's home Region)")
    private @Nullable String region;

    @Option(
            names = "--output",
            paramLabel = "text|json",
            scope = ScopeType.INHERIT,
            description = "How results are printed (text)")
    private OutputForm output = OutputForm.TEXT;

    @Option(
            names = "--allow-sync-folder",
            scope = ScopeType.INHERIT,
            description = "Work although the vault's folder is synchronised or on a network")
    private boolean allowSyncFolder;

    @Option(
            names = "--accept-older-header",
            scope = ScopeType.INHERIT,
            description = "Open although vault.json is older than its databases (after a restore by hand)")
    private boolean acceptOlderHeader;

    public GlobalOptions(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public Optional<Path> vault() {
        return Optional.ofNullable(vault).or(() -> variable("KEYHOLD_VAULT").map(Path::of));
    }

    public Optional<String> user() {
        return Optional.ofNullable(user).or(() -> variable("KEYHOLD_USER"));
    }

    public Optional<String> role() {
        return Optional.ofNullable(role).or(() -> variable("KEYHOLD_ROLE"));
    }

    public Optional<Path> passphraseFile() {
        return Optional.ofNullable(passphraseFile).or(() -> variable("KEYHOLD_PASSPHRASE_FILE").map(Path::of));
    }

    public Optional<Path> keyFile() {
        return Optional.ofNullable(keyFile);
    }

    public Optional<String> region() {
        return Optional.ofNullable(region).or(() -> variable("KEYHOLD_REGION"));
    }

    public OutputForm output() {
        return output;
    }

    public boolean allowSyncFolder() {
        return allowSyncFolder;
    }

    public boolean acceptOlderHeader() {
        return acceptOlderHeader;
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
