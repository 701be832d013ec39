package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Look around in a made-up vault with 40 keys and a year of events")
final class Demo implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Where there is no display, leave a picture of every screen there")
    private @Nullable Path pictures;

    Demo(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.rooms().demo(Optional.ofNullable(pictures));
    }
}
