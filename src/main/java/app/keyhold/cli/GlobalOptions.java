package app.keyhold.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/// Options every command takes, before or behind its name; the environment answers for those not given.
public final class GlobalOptions {
    private final Map<String, String> environment;

    private final Options options = Options.inherited();

    private final Supplier<Optional<Path>> vault = options.value(
            "--vault", "DIR", Path.class, "The vault's folder (KEYHOLD_VAULT; else personal.keyhold in your data folder)");

    private final Supplier<Optional<String>> user =
            options.value("--user", "NAME", String.class, "Who unlocks (KEYHOLD_USER; else owner)");

    private final Supplier<Optional<String>> role = options.value(
            "--role", "ROLE", String.class, "Take on a role for this command, by name or ARN (KEYHOLD_ROLE)");

    private final Supplier<Optional<Path>> passphraseFile = options.value(
            "--passphrase-file",
            "FILE",
            Path.class,
            "Read the passphrase from a file (KEYHOLD_PASSPHRASE_FILE; else you are asked)");

    private final Supplier<Optional<Path>> keyFile = options.value(
            "--key-file", "FILE", Path.class, "The key file needed beside the passphrase, if there is one");

    private final Supplier<Optional<String>> region = options.value(
            "--region", "REGION", String.class, "The Region to work in (KEYHOLD_REGION; else the vault's home Region)");

    private final Supplier<Optional<OutputForm>> output =
            options.value("--output", "text|json", OutputForm.class, "How results are printed (text)");

    private final BooleanSupplier allowSyncFolder = options.flag(
            "--allow-sync-folder", "Work although the vault's folder is synchronised or on a network");

    private final BooleanSupplier acceptOlderHeader = options.flag(
            "--accept-older-header", "Open although vault.json is older than its databases (after a restore by hand)");

    public GlobalOptions(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public void addTo(CommandSpec command) {
        options.addTo(command);
    }

    public Optional<Path> vault() {
        return vault.get().or(() -> vaultOf(environment));
    }

    /// The vault where no option names one.
    static Optional<Path> vaultOf(Map<String, String> environment) {
        return variable(environment, "KEYHOLD_VAULT").map(Path::of);
    }

    public Optional<String> user() {
        return user.get().or(() -> variable(environment, "KEYHOLD_USER"));
    }

    public Optional<String> role() {
        return role.get().or(() -> variable(environment, "KEYHOLD_ROLE"));
    }

    public Optional<Path> passphraseFile() {
        return passphraseFile.get().or(() -> variable(environment, "KEYHOLD_PASSPHRASE_FILE").map(Path::of));
    }

    public Optional<Path> keyFile() {
        return keyFile.get();
    }

    public Optional<String> region() {
        return region.get().or(() -> variable(environment, "KEYHOLD_REGION"));
    }

    public OutputForm output() {
        return output.get().orElse(OutputForm.TEXT);
    }

    public boolean allowSyncFolder() {
        return allowSyncFolder.getAsBoolean();
    }

    public boolean acceptOlderHeader() {
        return acceptOlderHeader.getAsBoolean();
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
