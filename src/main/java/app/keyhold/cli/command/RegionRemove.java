package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.vault.operation.RemoveRegion;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Take a Region without keys out of the vault; its folder is left alone")
final class RegionRemove implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "NAME", description = "The Region")
    private String name = "";

    @Option(names = "--lost", description = "Its disk is away and will not come back, with whatever keys it holds")
    private boolean lost;

    RegionRemove(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new RemoveRegion.Request(name, Optional.of(lost)));
            shell.answer(response, () -> "The vault has no Region " + response.region() + " any more.\n"
                    + response.path() + " was left alone and still opens with the passphrases of today.");
            return 0;
        });
    }
}
