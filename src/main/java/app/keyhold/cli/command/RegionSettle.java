package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.vault.operation.SettleRegion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "settle",
        description = "Say that it is decided what a former home did after it had lost its place; `region list` shows it")
final class RegionSettle implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "NAME", description = "The Region")
    private String name = "";

    RegionSettle(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.in(name).client().call(new SettleRegion.Request(name));
            shell.answer(response, () -> switch (response.settled()) {
                case 0 -> "Nothing of " + response.region() + " was to be decided.";
                case 1 -> "One event of " + response.region() + " is decided and not shown any more.";
                default -> response.settled() + " events of " + response.region() + " are decided and not shown any more.";
            });
            return 0;
        });
    }
}
