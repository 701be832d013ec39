package app.keyhold.cli.command;

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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "encrypt", description = "Encrypt files: writes FILE.khd beside FILE, which stays as it is")
final class Encrypt implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, and folders with all files in them; - encrypts standard input to standard output")
    private List<String> files = List.of();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Alias, key id or ARN (alias/my-files); given several times, each of the keys opens the files")
    private List<String> keys = List.of("alias/my-files");

    @Option(
            names = "--context",
            paramLabel = "NAME=VALUE",
            description = "Encryption context: readable in the file and on the timeline; may be given several times")
    private List<String> context = List.of();

    @Option(
            names = "--archive",
            description = "Make one encrypted archive (tar) of all FILEs, with folders, links, permissions and times as they are")
    private boolean archive;

    @Option(
            names = "--out",
            paramLabel = "NAME",
            description = "With --archive: write NAME.tar.khd (the single folder's name, else archive.tar.khd)")
    private @Nullable Path out;

    @Option(names = "--out-dir", paramLabel = "DIR", description = "Write there instead of beside the file")
    private @Nullable Path outDir;

    @Mixin
    private NameTaken nameTaken = new NameTaken();

    @Option(names = "--sign", description = "Sign each file (ECDSA P-384): slower, and shows that it came from this vault")
    private boolean sign;

    @Mixin
    private JobOptions options = new JobOptions();

    @Option(
            names = "--bin",
            description = "Move each original to the bin once its encrypted file was read back and is on the disk")
    private boolean bin;

    @Option(
            names = "--hide-name",
            description = "Call the result by random letters; name, permissions and time are inside and come back")
    private boolean hideName;

    @Mixin
    private RememberPath rememberPath = new RememberPath();

    Encrypt(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var sealing = new Sealing(keys.stream().map(KeyNames::full).toList(), Fields.parse(context), sign);
        var jobs = new FileJobs(shell, options, files);
        jobs.requireFiles(bin, "--bin");
        jobs.requireFiles(archive, "--archive");
        jobs.requireFiles(hideName, "--hide-name");
        requireArchive();
        return shell.inVault(vault -> {
            FileService service = shell.rooms().files(vault);
            return jobs.isStream()
                    ? jobs.stream(service, (in, out) -> service.encrypt(in, out, sealing, jobs.progress()))
                    : jobs.run(service, order(jobs.sources(), sealing));
        });
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
                .as(archive ? Form.ARCHIVE : Form.EACH)
                .hidingNames(hideName)
                .originals(bin ? Original.BIN : Original.KEEP);
    }

    private void requireArchive() {
        if (out != null && !archive) {
            throw new UsageException("--out names an archive.", "Give --archive too, or --out-dir for files.");
        }
        if (out != null && hideName) {
            throw new UsageException("--hide-name leaves nothing for --out to name.", "Give one of them.");
        }
    }

    private Destination destination() {
        Optional<Path> folder = Optional.ofNullable(outDir);
        if (out != null) {
            Path named = Path.of(FileService.archiveName(out.toString()));
            return Destination.exactly(folder.map(it -> it.resolve(named)).orElse(named));
        }
        return folder.map(Destination::folder).orElseGet(Destination::beside);
    }
}
