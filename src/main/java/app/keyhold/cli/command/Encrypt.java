package app.keyhold.cli.command;

import app.keyhold.cli.Options;
import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.Destination;
import app.keyhold.files.FileService;
import app.keyhold.files.Form;
import app.keyhold.files.Original;
import app.keyhold.files.Sealing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine;

final class Encrypt implements Callable<Integer> {
    private static final String TO_MY_FILES = "alias/my-files";

    private final Shell shell;
    private final Options own = Options.ofOneCommand();

    private final Supplier<List<String>> files = own.parameters(
            "1..*", "FILE", "Files, and folders with all files in them; - encrypts standard input to standard output");

    private final Supplier<List<String>> keys = own.values(
            "--key", "KEY", "Alias, key id or ARN (alias/my-files); given several times, each of the keys opens the files");

    private final Supplier<List<String>> context = own.values(
            "--context",
            "NAME=VALUE",
            "Encryption context: readable in the file and on the timeline; may be given several times");

    private final BooleanSupplier archive = own.flag(
            "--archive",
            "Make one encrypted archive (tar) of all FILEs, with folders, links, permissions and times as they are");

    private final Supplier<Optional<Path>> out = own.value(
            "--out",
            "NAME",
            Path.class,
            "With --archive: write NAME.tar.khd (the single folder's name, else archive.tar.khd)");

    private final Supplier<Optional<Path>> outDir =
            own.value("--out-dir", "DIR", Path.class, "Write there instead of beside the file");

    private final NameTaken nameTaken = new NameTaken(own);

    private final BooleanSupplier sign =
            own.flag("--sign", "Sign each file (ECDSA P-384): slower, and shows that it came from this vault");

    private final JobOptions options = new JobOptions(own);

    private final BooleanSupplier bin = own.flag(
            "--bin", "Move each original to the bin once its encrypted file was read back and is on the disk");

    private final BooleanSupplier hideName = own.flag(
            "--hide-name", "Call the result by random letters; name, permissions and time are inside and come back");

    private final RememberPath rememberPath = new RememberPath(own);

    private Encrypt(Shell shell) {
        this.shell = shell;
    }

    static CommandLine command(Shell shell) {
        var encrypt = new Encrypt(shell);
        return encrypt.own.command("Encrypt files: writes FILE.khd beside FILE, which stays as it is", encrypt);
    }

    @Override
    public Integer call() {
        var sealing = new Sealing(keys(), Fields.parse(context.get()), sign.getAsBoolean());
        var jobs = new FileJobs(shell, options, files.get());
        jobs.requireFiles(bin.getAsBoolean(), "--bin");
        jobs.requireFiles(archive.getAsBoolean(), "--archive");
        jobs.requireFiles(hideName.getAsBoolean(), "--hide-name");
        requireArchive();
        return shell.inVault(vault -> {
            FileService service = shell.rooms().files(vault);
            return jobs.isStream()
                    ? jobs.stream(service, (in, out) -> service.encrypt(in, out, sealing, jobs.progress()))
                    : jobs.run(service, order(jobs.sources(), sealing));
        });
    }

    private List<String> keys() {
        List<String> named = keys.get().isEmpty() ? List.of(TO_MY_FILES) : keys.get();
        return named.stream().map(KeyNames::full).toList();
    }

    private BatchOrder order(List<Path> sources, Sealing sealing) {
        return new BatchOrder.Encrypt(
                        sources,
                        destination(),
                        sealing,
                        nameTaken.collision(),
                        false,
                        options.sync(),
                        rememberPath.choice())
                .as(archive.getAsBoolean() ? Form.ARCHIVE : Form.EACH)
                .hidingNames(hideName.getAsBoolean())
                .originals(bin.getAsBoolean() ? Original.BIN : Original.KEEP);
    }

    private void requireArchive() {
        if (out.get().isPresent() && !archive.getAsBoolean()) {
            throw new UsageException("--out names an archive.", "Give --archive too, or --out-dir for files.");
        }
        if (out.get().isPresent() && hideName.getAsBoolean()) {
            throw new UsageException("--hide-name leaves nothing for --out to name.", "Give one of them.");
        }
    }

    private Destination destination() {
        Optional<Path> folder = outDir.get();
        Optional<Path> named = out.get().map(name -> Path.of(FileService.archiveName(name.toString())));
        return named.map(name -> Destination.exactly(folder.map(it -> it.resolve(name)).orElse(name)))
                .or(() -> folder.map(Destination::folder))
                .orElseGet(Destination::beside);
    }
}
