package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.DecryptOrder;
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

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files; - decrypts standard input to standard output")
    private List<String> files = List.of();

    @Option(names = "--out-dir", paramLabel = "DIR", description = "Write there instead of beside the file")
    private @Nullable Path outDir;

    @Mixin
    private NameTaken nameTaken = new NameTaken();

    @Option(names = "--no-sync", description = "Don't wait until the bytes are on the disk")
    private boolean noSync;

    @Option(
            names = "--release-before-signature",
            description = "With -: let a signed message's content out before its signature, which comes last, is checked")
    private boolean releaseBeforeSignature;

    @Option(
            names = "--no-notes",
            description = "Keep no (encrypted) note of these files while working; a crash then leaves its rest unnoticed")
    private boolean noNotes;

    Decrypt(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var jobs = new FileJobs(shell, files);
        return shell.inVault(vault -> {
            FileService service = shell.rooms().files(vault);
            return jobs.run(
                    service,
                    noNotes ? Optional.empty() : Optional.of(batch(jobs)),
                    (source, progress) -> service.decrypt(order(source), progress),
                    (in, out) -> service.decrypt(in, out, releaseBeforeSignature, jobs.progress()));
        });
    }

    private DecryptOrder order(Path source) {
        return DecryptOrder.of(source)
                .to(destination())
                .onCollision(nameTaken.collision())
                .synced(!noSync);
    }

    private BatchOrder batch(FileJobs jobs) {
        return new BatchOrder.Decrypt(jobs.sources(), destination(), nameTaken.afterACrash(), !noSync);
    }

    private Destination destination() {
        return Optional.ofNullable(outDir).map(Destination::folder).orElseGet(Destination::beside);
    }
}
