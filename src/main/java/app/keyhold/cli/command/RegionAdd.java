package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.vault.operation.AddRegion;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Give the vault another Region, in a new folder on any disk; or say where one is now")
final class RegionAdd implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", paramLabel = "NAME", description = "As AWS names Regions: eu-west-1")
    private String name = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "A folder that is not there yet, or the Region's own")
    private Path path = Path.of("");

    RegionAdd(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client()
                    .call(new AddRegion.Request(
                            name,
                            path.toAbsolutePath().toString(),
                            Optional.of(shell.options().allowSyncFolder()).filter(allowed -> allowed)));
            shell.answer(response, () -> response.made()
                    ? "The vault has the Region " + response.region() + " in " + response.path() + "."
                    : "The Region " + response.region() + " is in " + response.path() + ".");
            return 0;
        });
    }
}
