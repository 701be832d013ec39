package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import app.keyhold.kms.operation.screen.QueryRotations;
import app.keyhold.kms.operation.screen.QueryRotations.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "What rotates and what ends, soonest first")
final class RotationList implements Callable<Integer> {
    private final Shell shell;

    RotationList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new QueryRotations.Request(shell.session()));
            shell.answer(response, () -> table(response.rows()));
            return 0;
        });
    }

    private String table(List<Row> rows) {
        if (rows.isEmpty()) {
            return "No keys that rotate yet.";
        }
        var times = shell.times();
        var table = new Table("KEY", "NEXT", "EVERY", "MATERIALS", "BY HAND", "STATE", "DELETION");
        rows.stream().sorted(Comparator.comparing(RotationList::due)).forEach(row -> table.row(
                KeyNames.shown(row.aliases(), row.keyId()),
                row.next().map(times::dayFromNow).orElse("off"),
                row.next().isPresent() ? row.periodInDays() + " days" : "-",
                Integer.toString(row.materials().size()),
                row.onDemandCount() + " of 25",
                row.state().name(),
                times.day(row.deletionDate())));
        return KnownFiles.advice(rows.stream().mapToLong(Row::filesOnOlderMaterial).sum())
                .map(advice -> table + "\n" + advice)
                .orElseGet(table::toString);
    }

    private static Instant due(Row row) {
        return row.deletionDate().or(row::next).orElse(Instant.MAX);
    }
}
