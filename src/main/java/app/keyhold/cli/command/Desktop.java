package app.keyhold.cli.command;

import app.keyhold.cli.Options;
import app.keyhold.cli.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;

final class Desktop implements Callable<Integer> {
    private final Shell shell;
    private final Options own = Options.ofOneCommand();
    private final Supplier<List<String>> files = own.parameters("0..*", "FILE", "Files as if dropped on the window");

    private Desktop(Shell shell) {
        this.shell = shell;
    }

    static CommandLine command(Shell shell) {
        var desktop = new Desktop(shell);
        return desktop.own.command("Open the window, with files to encrypt or decrypt", desktop);
    }

    @Override
    public Integer call() {
        shell.rooms().desktop(shell.options().vault(), files.get().stream().map(Path::of).toList());
        return 0;
    }
}
