package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Make a vault with fifty keys and a year of events and show it; without a display, take its pictures")
final class Demo implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where vault, papers and pictures go; what an earlier demo left there is replaced")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--pictures", description = "Take pictures although there is a display")
    private boolean pictures;

    Demo(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.rooms()
                .demo(folder.orElseGet(() -> Path.of("keyhold-demo")), pictures, shell.terminal().out()::println);
        return 0;
    }
}
