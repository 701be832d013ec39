package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "desktop", description = "Open the window, with files to encrypt or decrypt")
final class Desktop implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files as if dropped on the window")
    private List<Path> files = List.of();

    Desktop(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.rooms().desktop(shell.options().vault(), files);
        return 0;
    }
}
