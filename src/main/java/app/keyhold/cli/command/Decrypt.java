package app.keyhold.cli.command;

import app.keyhold.cli.Options;
import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.files.Allowances;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.Destination;
import app.keyhold.files.FileService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine;

final class Decrypt implements Callable<Integer> {
    private final Shell shell;
    private final Options own = Options.ofOneCommand();

    private final Supplier<List<String>> files = own.parameters(
            "1..*",
            "FILE",
            "Encrypted files, and folders with those in them; - decrypts standard input to standard output");

    private final BooleanSupplier extract = own.flag(
            "--extract", "FILE.tar.khd holds an archive: take it apart into a new folder FILE, once all of it is verified");

    private final Supplier<Optional<Path>> outDir =
            own.value("--out-dir", "DIR", Path.class, "Write there instead of beside the file");

    private final NameTaken nameTaken = new NameTaken(own);
    private final ToStdout toStdout = new ToStdout(own);
    private final AllowUncommitted uncommitted = new AllowUncommitted(own);
    private final JobOptions options = new JobOptions(own);

    private Decrypt(Shell shell) {
        this.shell = shell;
    }

    static CommandLine command(Shell shell) {
        var decrypt = new Decrypt(shell);
        return decrypt.own.command("Decrypt files: FILE.khd becomes FILE again, once every byte is verified", decrypt);
    }

    @Override
    public Integer call() {
        var jobs = new FileJobs(shell, options, files.get());
        jobs.requireFiles(extract.getAsBoolean(), "--extract");
        var allowed = new Allowances(uncommitted.allowed(), toStdout.releaseBeforeSignature());
        boolean released = toStdout.wanted(files.get(), outDir.get().isPresent() || options.report().isPresent());
        if (extract.getAsBoolean() && released) {
            throw new UsageException("--extract makes a folder.", "Leave it out to have the tar stream.");
        }
        return shell.inVault(vault -> {
            FileService service = shell.rooms().files(vault);
            if (released) {
                return jobs.stream(
                        service, (_, out) -> toStdout.release(service, files.get().getFirst(), out, allowed, jobs.progress()));
            }
            return jobs.isStream()
                    ? jobs.stream(service, (in, out) -> service.decrypt(in, out, allowed, jobs.progress()))
                    : jobs.run(service, order(jobs.sources()));
        });
    }

    private BatchOrder order(List<Path> sources) {
        return new BatchOrder.Decrypt(sources, destination(), nameTaken.collision(), options.sync())
                .allowingUncommitted(uncommitted.allowed())
                .extracting(extract.getAsBoolean());
    }

    private Destination destination() {
        return outDir.get().map(Destination::folder).orElseGet(Destination::beside);
    }
}
