package app.keyhold.cli.command;

import app.keyhold.cli.ExitCode;
import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.files.BatchOrder;
import app.keyhold.kms.operation.screen.QueryFiles.File;
import app.keyhold.vault.OpenVault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reencrypt",
        description = "Put encrypted files under a fresh data key, in their own place once the new one is verified")
final class Reencrypt implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Encrypted files, and folders with those in them")
    private List<String> files = List.of();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Alias, key id or ARN (the keys that open the file now); given several times, each opens it")
    private List<String> keys = List.of();

    @Option(
            names = "--old-material",
            description = "Only files that are not on the newest material; without FILE, those whose paths the vault knows")
    private boolean oldMaterial;

    @Mixin
    private AllowUncommitted uncommitted = new AllowUncommitted();

    @Mixin
    private JobOptions options = new JobOptions();

    @Mixin
    private RememberPath rememberPath = new RememberPath();

    Reencrypt(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (files.isEmpty() && !oldMaterial) {
            throw new UsageException("No file is named.", "Name files, or give --old-material for those the vault knows.");
        }
        return shell.inVault(vault -> files.isEmpty() ? known(vault) : named(vault, files));
    }

    private int named(OpenVault vault, List<String> names) {
        var jobs = new FileJobs(shell, options, names);
        if (jobs.isStream()) {
            throw new UsageException("- is no file, and none can take its place.", "Decrypt the stream and encrypt it again.");
        }
        return jobs.run(shell.rooms().files(vault), order(jobs.sources()));
    }

    private int known(OpenVault vault) {
        List<File> found = KnownFiles.all(vault.client(), shell, Optional.empty(), true);
        List<File> missing = found.stream()
                .filter(file -> file.path().filter(FilesForget::isMissing).isPresent())
                .toList();
        List<String> there = found.stream()
                .filter(file -> !missing.contains(file))
                .flatMap(file -> file.path().stream())
                .distinct() // a file is known for each of its keys
                .toList();
        int exit = there.isEmpty() ? nothing(found) : named(vault, there);
        missing.stream()
                .flatMap(file -> file.path().stream())
                .distinct()
                .forEach(path -> shell.note(path + " is not there any more."));
        if (!missing.isEmpty()) {
            shell.note("Name them where they are now; `keyhold files forget --missing` forgets those that are gone.");
        }
        long nameless = found.stream()
                .filter(file -> file.path().isEmpty())
                .map(File::messageId)
                .distinct()
                .count();
        if (nameless > 0) {
            shell.note(nameless + (nameless == 1 ? " more is" : " more are")
                    + " known without a path. Name encrypted files, and those on older material are found among them:");
            shell.note("`keyhold reencrypt --old-material FILE...`");
        }
        return exit == ExitCode.DONE.number() && !missing.isEmpty() ? ExitCode.FAILED.number() : exit;
    }

    private int nothing(List<File> found) {
        var none = new FileJobs.Done(List.of());
        shell.answer(none, () -> found.isEmpty()
                ? "Every known file is on the newest material of its key."
                : "No file on older material is where the vault knows it.");
        return ExitCode.DONE.number();
    }

    private BatchOrder order(List<Path> sources) {
        return new BatchOrder.Reencrypt(sources, newKeys(), oldMaterial, rememberPath.choice(), options.sync())
                .allowingUncommitted(uncommitted.allowed());
    }

    private List<String> newKeys() {
        return keys.stream().map(KeyNames::full).toList();
    }
}
