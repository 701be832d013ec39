package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import app.keyhold.vault.operation.ListRegions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "The vault's Regions: which are here, which are behind")
final class RegionList implements Callable<Integer> {
    private final Shell shell;

    RegionList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new ListRegions.Request());
            shell.answer(response, () -> table(response.regions()).toString());
            response.regions().forEach(this::explain);
            return 0;
        });
    }

    private Table table(List<ListRegions.Region> regions) {
        var table = new Table("REGION", "HOME", "HERE", "STATE", "FOLDER");
        regions.forEach(region -> table.row(
                region.region(), region.home() ? "yes" : "", region.attached() ? "yes" : "no", state(region), region.path()));
        return table;
    }

    private String state(ListRegions.Region region) {
        if (!region.laterWrites().isEmpty()) {
            return "to be decided: " + region.laterWrites().size();
        }
        return region.behindSince()
                .map(since -> "behind since " + shell.times().second(since))
                .orElse(region.attached() ? "in step" : "in step when last seen");
    }

    private void explain(ListRegions.Region region) {
        if (!region.laterWrites().isEmpty()) {
            shell.note(region.region() + " was the home and did this while another Region was it already. It is not in force; "
                    + "do again what ought to be, then: keyhold region settle " + region.region());
        }
        region.laterWrites()
                .forEach(write -> shell.note("  " + shell.times().second(write.time()) + "  " + write.event() + "  "
                        + String.join(", ", write.about()) + "  by " + write.by() + "  (row " + write.row() + ")"));
        region.trouble().ifPresent(trouble -> shell.note(region.region() + ": " + trouble + " "
                + region.nextStep().orElse("")));
        if (region.oldHeader()) {
            shell.note(region.region() + ": its folder still opens with the users and passphrases of before "
                    + region.behindSince().map(shell.times()::second).orElse("the last change") + ".");
        }
    }
}
