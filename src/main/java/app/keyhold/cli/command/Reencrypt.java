package app.keyhold.cli.command;

import app.keyhold.cli.ExitCode;
import app.keyhold.cli.Options;
import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.files.BatchOrder;
import app.keyhold.kms.operation.screen.QueryFiles.File;
import app.keyhold.vault.OpenVault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine;

final class Reencrypt implements Callable<Integer> {
    private final Shell shell;
    private final Options own = Options.ofOneCommand();

    private final Supplier<List<String>> files =
            own.parameters("0..*", "FILE", "Encrypted files, and folders with those in them");

    private final Supplier<List<String>> keys = own.values(
            "--key", "KEY", "Alias, key id or ARN (the keys that open the file now); given several times, each opens it");

    private final BooleanSupplier oldMaterial = own.flag(
            "--old-material",
            "Only files that are not on the newest material; without FILE, those whose paths the vault knows");

    private final AllowUncommitted uncommitted = new AllowUncommitted(own);
    private final JobOptions options = new JobOptions(own);
    private final RememberPath rememberPath = new RememberPath(own);

    private Reencrypt(Shell shell) {
        this.shell = shell;
    }

    static CommandLine command(Shell shell) {
        var reencrypt = new Reencrypt(shell);
        return reencrypt.own.command(
                "Put encrypted files under a fresh data key, in their own place once the new one is verified", reencrypt);
    }

    @Override
    public Integer call() {
        if (files.get().isEmpty() && !oldMaterial.getAsBoolean()) {
            throw new UsageException("No file is named.", "Name files, or give --old-material for those the vault knows.");
        }
        return shell.inVault(vault -> files.get().isEmpty() ? known(vault) : named(vault, files.get()));
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
        return new BatchOrder.Reencrypt(sources, newKeys(), oldMaterial.getAsBoolean(), rememberPath.choice(), options.sync())
                .allowingUncommitted(uncommitted.allowed());
    }

    private List<String> newKeys() {
        return keys.get().stream().map(KeyNames::full).toList();
    }
}
