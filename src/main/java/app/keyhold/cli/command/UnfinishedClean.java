package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "clean", description = "Remove what interrupted work left half written; sources and finished files stay")
final class UnfinishedClean implements Callable<Integer> {
    private final Shell shell;

    UnfinishedClean(Shell shell) {
        this.shell = shell;
    }

    record Answer(List<String> removed) {}

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            List<String> removed = shell.rooms().files(vault).unfinished().stream()
                    .flatMap(left -> left.cleanUp().stream())
                    .map(Path::toString)
                    .toList();
            shell.answer(
                    new Answer(removed),
                    () -> removed.isEmpty() ? "Nothing was half written." : "Removed " + String.join("\nRemoved ", removed));
            return 0;
        });
    }
}
