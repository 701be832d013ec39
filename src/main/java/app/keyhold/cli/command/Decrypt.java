package app.keyhold.cli.command;

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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "decrypt", description = "Decrypt files: FILE.khd becomes FILE again, once every byte is verified")
final class Decrypt implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Encrypted files, and folders with those in them; - decrypts standard input to standard output")
    private List<String> files = List.of();

    @Option(
            names = "--extract",
            description = "FILE.tar.khd holds an archive: take it apart into a new folder FILE, once all of it is verified")
    private boolean extract;

    @Option(names = "--out-dir", paramLabel = "DIR", description = "Write there instead of beside the file")
    private @Nullable Path outDir;

    @Mixin
    private NameTaken nameTaken = new NameTaken();

    @Mixin
    private ToStdout toStdout = new ToStdout();

    @Mixin
    private AllowUncommitted uncommitted = new AllowUncommitted();

    @Mixin
    private JobOptions options = new JobOptions();

    Decrypt(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var jobs = new FileJobs(shell, options, files);
        jobs.requireFiles(extract, "--extract");
        var allowed = new Allowances(uncommitted.allowed(), toStdout.releaseBeforeSignature());
        boolean released = toStdout.wanted(files, outDir != null || options.report().isPresent());
        if (extract && released) {
            throw new UsageException("--extract makes a folder.", "Leave it out to have the tar stream.");
        }
        return shell.inVault(vault -> {
            FileService service = shell.rooms().files(vault);
            if (released) {
                return jobs.stream(
                        service, (_, out) -> toStdout.release(service, files.getFirst(), out, allowed, jobs.progress()));
            }
            return jobs.isStream()
                    ? jobs.stream(service, (in, out) -> service.decrypt(in, out, allowed, jobs.progress()))
                    : jobs.run(service, order(jobs.sources()));
        });
    }

    private BatchOrder order(List<Path> sources) {
        return new BatchOrder.Decrypt(sources, destination(), nameTaken.collision(), options.sync())
                .allowingUncommitted(uncommitted.allowed())
                .extracting(extract);
    }

    private Destination destination() {
        return Optional.ofNullable(outDir).map(Destination::folder).orElseGet(Destination::beside);
    }
}
