package app.keyhold.cli.command;

import app.keyhold.cli.Facts;
import app.keyhold.cli.Shell;
import app.keyhold.cli.Sizes;
import app.keyhold.files.FileService;
import app.keyhold.files.Inspection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "inspect", description = "What encrypted files tell without any key; nothing of it is proven")
final class Inspect implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Encrypted files")
    private List<Path> files = List.of();

    Inspect(Shell shell) {
        this.shell = shell;
    }

    private record Inspected(List<Told> files) {}

    private record Told(
            Path file,
            String suite,
            boolean signed,
            List<String> keyIds,
            Map<String, String> encryptionContext,
            String messageId,
            long fileSize,
            long contentSize) {}

    @Override
    public Integer call() {
        var told = files.stream().map(FileService::inspect).map(Inspect::told).toList();
        shell.answer(new Inspected(told), () -> told.stream().map(Inspect::text).collect(Collectors.joining("\n\n")));
        return 0;
    }

    private static Told told(Inspection file) {
        return new Told(
                file.file(),
                file.suite(),
                file.signed(),
                file.keyArns(),
                file.context(),
                file.messageId(),
                file.fileSize(),
                file.contentSize());
    }

    private static String text(Told file) {
        return new Facts()
                .add("File", file.file())
                .add("Size", Sizes.of(file.fileSize()) + ", content " + Sizes.of(file.contentSize()))
                .add("Suite", file.suite())
                .add("Keys", String.join(" ", file.keyIds()))
                .add("Context", file.encryptionContext().isEmpty() ? "-" : file.encryptionContext())
                .add("Message", file.messageId())
                .toString();
    }
}
