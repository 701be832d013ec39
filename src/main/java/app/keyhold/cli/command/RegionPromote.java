package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.operation.ListRegions;
import app.keyhold.vault.operation.PromoteRegion;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "promote",
        description = "Make another Region the home, where users, passphrases and Regions are administered")
final class RegionPromote implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "NAME", description = "The Region that is to be the home")
    private String name = "";

    @Option(
            names = "--force",
            description = "Although the home is out of reach; what it does from then on does not count")
    private boolean force;

    RegionPromote(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.in(whoDecides(vault))
                    .client()
                    .call(new PromoteRegion.Request(name, Optional.of(force).filter(given -> given)));
            shell.answer(response, () -> text(response));
            return 0;
        });
    }

    /// The home, as long as it is here.
    private String whoDecides(OpenVault vault) {
        return vault.client().call(new ListRegions.Request()).regions().stream()
                .filter(region -> region.home() && region.attached())
                .map(ListRegions.Region::region)
                .findFirst()
                .orElse(name);
    }

    private static String text(PromoteRegion.Response response) {
        if (!response.forced()) {
            return response.region() + " is the home now; " + response.previousHome() + " is a Region like the others.";
        }
        return response.region() + " is the home now, in the place of " + response.previousHome() + "."
                + (response.keys() == 0 ? "" : " " + response.keys() + " multi-Region keys are primary here.")
                + "\nShould " + response.previousHome() + " come back, `keyhold region list` shows what it did meanwhile.";
    }
}
