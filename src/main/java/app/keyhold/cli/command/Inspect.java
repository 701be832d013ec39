package app.keyhold.cli.command;

import app.keyhold.cli.Facts;
import app.keyhold.cli.Shell;
import app.keyhold.cli.Sizes;
import app.keyhold.files.FileService;
import app.keyhold.files.Inspection;
import app.keyhold.kms.Client;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "inspect", description = "What encrypted files tell without any key; nothing of it is proven")
final class Inspect implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Encrypted files")
    private List<Path> files = List.of();

    @Option(names = "--aliases", description = "Open the vault to call its keys by their aliases")
    private boolean aliases;

    Inspect(Shell shell) {
        this.shell = shell;
    }

    private record Inspected(List<Told> files) {}

    /// @param keyIds ARNs of the keys of a key management service
    private record Told(
            Path file,
            int formatVersion,
            String suiteId,
            String suite,
            boolean committing,
            boolean signed,
            List<String> keyIds,
            List<KnownKeys.Told> keys,
            Map<String, String> encryptionContext,
            String messageId,
            Optional<Integer> frameLength,
            long fileSize,
            int headerSize,
            long bodySize,
            int footerSize,
            long contentSize) {}

    @Override
    public Integer call() {
        var found = files.stream().map(FileService::inspect).toList();
        if (aliases) {
            return shell.inVault(vault -> tell(found, Optional.of(vault.client())));
        }
        return tell(found, Optional.empty());
    }

    private int tell(List<Inspection> found, Optional<Client> client) {
        var keys = client.map(there -> KnownKeys.of(there, shell)).orElseGet(KnownKeys::none);
        var told = found.stream().map(file -> told(file, keys)).toList();
        shell.answer(new Inspected(told), () -> told.stream().map(Inspect::text).collect(Collectors.joining("\n\n")));
        return 0;
    }

    private static Told told(Inspection file, KnownKeys keys) {
        return new Told(
                file.file(),
                file.formatVersion(),
                file.suiteId(),
                file.suite(),
                file.committing(),
                file.signed(),
                file.keyArns(),
                file.keys().stream().map(keys::told).toList(),
                file.context(),
                file.messageId(),
                Optional.of(file.frameLength()).filter(_ -> file.framed()),
                file.fileSize(),
                file.headerSize(),
                file.bodySize(),
                file.footerSize(),
                file.contentSize());
    }

    private static String text(Told file) {
        var facts = new Facts()
                .add("File", file.file())
                .add("Size", Sizes.of(file.fileSize()) + ", content " + Sizes.of(file.contentSize()))
                .add("Format", "version " + file.formatVersion() + ", "
                        + file.frameLength().map(length -> "frames of " + Sizes.of(length)).orElse("one piece"))
                .add("Suite", file.suiteId() + " " + file.suite()
                        + (file.committing() ? "" : ", does not commit to its key: needs --allow-uncommitted"));
        file.keys().forEach(key -> facts.add("Key", key.text()));
        return facts.add("Context", file.encryptionContext().isEmpty() ? "-" : file.encryptionContext())
                .add("Message", file.messageId())
                .add("Parts", "header " + Sizes.of(file.headerSize()) + ", body " + Sizes.of(file.bodySize())
                        + (file.footerSize() == 0 ? "" : ", signature " + Sizes.of(file.footerSize())))
                .toString();
    }
}
