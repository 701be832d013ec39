package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.file.ForgetFiles;
import app.keyhold.kms.operation.screen.QueryFiles.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "forget",
        description = "Have the vault forget encrypted files; the files themselves stay, and open as before")
final class FilesForget implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "0..*", paramLabel = "MESSAGE", description = "As `files list` and `inspect` show it")
    private List<String> messages = List.of();

    @Option(names = "--key", paramLabel = "KEY", description = "All that this key protects; also a key that is gone")
    private @Nullable String key;

    @Option(names = "--missing", description = "Those that are not where they were written any more")
    private boolean missing;

    FilesForget(Shell shell) {
        this.shell = shell;
    }

    record Answer(int forgotten) {}

    @Override
    public Integer call() {
        if (messages.isEmpty() == (key == null && !missing)) {
            throw new UsageException(
                    "Which files to forget is not clear.", "Give either messages, or --key, --missing or both.");
        }
        return shell.inVault(vault -> {
            List<String> gone = messages.isEmpty() ? chosen(vault.client()) : messages;
            int forgotten = 0;
            for (int from = 0; from < gone.size(); from += ForgetFiles.MOST) {
                var some = gone.subList(from, Math.min(gone.size(), from + ForgetFiles.MOST));
                forgotten += vault.client().call(new ForgetFiles.Request(some)).forgotten();
            }
            var answer = new Answer(forgotten);
            shell.answer(answer, () -> answer.forgotten() + (answer.forgotten() == 1 ? " file" : " files") + " forgotten.");
            return 0;
        });
    }

    private List<String> chosen(Client client) {
        Predicate<File> meant = file -> !missing || file.path().filter(FilesForget::isMissing).isPresent();
        return KnownFiles.all(client, shell, Optional.ofNullable(key).map(KeyNames::full), false).stream()
                .filter(meant)
                .map(File::messageId)
                .toList();
    }

    static boolean isMissing(String path) {
        return !Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS);
    }
}
