package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.files.Unfinished;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Work on files that a crash interrupted, oldest first")
final class UnfinishedList implements Callable<Integer> {
    private final Shell shell;

    UnfinishedList(Shell shell) {
        this.shell = shell;
    }

    record Answer(List<Left> unfinished) {}

    /// @param sources not finished
    /// @param parts half written
    record Left(Instant begun, List<String> sources, List<String> parts) {}

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            List<Unfinished> found = shell.rooms().files(vault).unfinished();
            shell.answer(new Answer(found.stream().map(UnfinishedList::wire).toList()), () -> text(found));
            return 0;
        });
    }

    private String text(List<Unfinished> found) {
        return found.isEmpty()
                ? "Nothing was interrupted."
                : found.stream()
                        .map(left -> shell.times().second(left.begun()) + "  " + LeftOver.sentence(left))
                        .collect(Collectors.joining("\n"));
    }

    private static Left wire(Unfinished left) {
        return new Left(left.begun(), names(left.sourcesLeft()), names(left.parts()));
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }
}
