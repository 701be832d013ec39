package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.Sizes;
import app.keyhold.cli.Table;
import app.keyhold.kms.operation.screen.QueryFiles.File;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Files that the vault remembers having encrypted, newest first")
final class FilesList implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--key", paramLabel = "KEY", description = "Only what this key protects; also a key that is gone")
    private @Nullable String key;

    @Option(names = "--old-material", description = "Only what is not on its key's newest material")
    private boolean oldMaterial;

    FilesList(Shell shell) {
        this.shell = shell;
    }

    record Answer(List<File> files) {}

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var found = KnownFiles.all(
                            vault.client(), shell, Optional.ofNullable(key).map(KeyNames::full), oldMaterial)
                    .stream()
                    .sorted(Comparator.comparing(File::encrypted).reversed().thenComparing(File::messageId))
                    .toList();
            shell.answer(new Answer(found), () -> table(found));
            return 0;
        });
    }

    private String table(List<File> files) {
        if (files.isEmpty()) {
            return "No such files are known.";
        }
        var table = new Table("ENCRYPTED", "KEY", "MATERIAL", "SIZE", "PATH", "MESSAGE");
        files.forEach(file -> table.row(
                shell.times().second(file.encrypted()),
                KeyNames.shown(file.aliases(), file.keyId()),
                switch (file.material()) {
                    case CURRENT -> "newest";
                    case OLDER -> "older";
                    case GONE -> "key gone";
                },
                Sizes.of(file.size()),
                file.path().orElse("-"),
                file.messageId()));
        return table.toString();
    }
}
