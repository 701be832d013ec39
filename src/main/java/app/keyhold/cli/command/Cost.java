package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import app.keyhold.cli.UsageException;
import app.keyhold.kms.cost.KeyCost;
import app.keyhold.kms.cost.MonthCost;
import app.keyhold.kms.operation.screen.QueryCost;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "cost",
        description = {
            "What the keys would cost at a cloud's public prices.",
            "Every figure is an estimate from the timeline's history; Keyhold itself bills nothing."
        })
final class Cost implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--month", paramLabel = "YYYY-MM", description = "Another month than the present one, in UTC")
    private @Nullable String month;

    @Option(names = "--months", paramLabel = "N", description = "Sums of so many months up to it, 1 to 36 (1)")
    private int months = 1;

    @Option(names = "--key", paramLabel = "KEY", description = "This key only")
    private @Nullable String key;

    @Option(
            names = "--prices",
            description = "Print the prices in use instead. Put a changed copy where the command says to use other ones")
    private boolean prices;

    Cost(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (prices) {
            return showPrices();
        }
        return shell.inVault(vault -> {
            var answer = vault.client()
                    .call(new QueryCost.Request(
                            shell.session(), Optional.ofNullable(month), Optional.of(months), Optional.ofNullable(key)
                                    .map(KeyNames::full)));
            shell.answer(answer, () -> text(answer));
            return 0;
        });
    }

    private int showPrices() {
        if (month != null || key != null || months != 1) {
            throw new UsageException("--prices shows the prices alone.", "Leave the other options out.");
        }
        var file = shell.rooms().vaults().prices();
        file.get();
        shell.terminal().out().println(file.text().stripTrailing());
        shell.note("Own prices go into " + file.path() + ".");
        return 0;
    }

    private static String text(QueryCost.Response answer) {
        MonthCost last = answer.months().getLast();
        var text = new StringBuilder()
                .append("Estimate for ").append(answer.month()).append(last.complete() ? "" : " so far")
                .append(", ").append(answer.prices()).append(", in ").append(answer.currency()).append("\n\n")
                .append(answer.keys().isEmpty() ? "Nothing that costs anything.\n" : keys(answer) + "\n");
        if (last.freeRequests() > 0) {
            text.append('\n').append(count(last.freeRequests())).append(" free requests: ").append(last.estimatedFree().negate().toPlainString()).append('\n');
        }
        text.append("\nEstimated total: ").append(last.estimatedTotal().toPlainString()).append(' ').append(answer.currency());
        return answer.months().size() == 1 ? text.toString() : text.append("\n\n").append(months(answer)).toString();
    }

    private static Table keys(QueryCost.Response answer) {
        var table = new Table("KEY", "SPEC", "HOURS", "STORAGE", "ROTATION", "REQUESTS", "FOR REQUESTS", "ESTIMATE");
        answer.keys().forEach(cost -> table.row(
                name(cost),
                cost.spec().map(Enum::name).orElse("-"),
                count(cost.hours()),
                cost.estimatedStorage().toPlainString(),
                cost.estimatedRotations().toPlainString(),
                count(cost.requestCount()),
                cost.estimatedRequests().toPlainString(),
                cost.estimatedTotal().toPlainString()));
        return table;
    }

    private static Table months(QueryCost.Response answer) {
        var table = new Table("MONTH", "STORAGE", "ROTATION", "FOR REQUESTS", "FREE", "ESTIMATE");
        answer.months().forEach(cost -> table.row(
                cost.month(),
                cost.estimatedStorage().toPlainString(),
                cost.estimatedRotations().toPlainString(),
                cost.estimatedRequests().toPlainString(),
                cost.estimatedFree().negate().toPlainString(),
                cost.estimatedTotal().toPlainString()));
        return table;
    }

    private static String name(KeyCost cost) {
        return switch (cost.subject()) {
            case KEY -> KeyNames.shown(cost.aliases(), cost.keyId().orElse(""));
            case DELETED_KEYS -> "(deleted keys)";
            case NO_KEY -> "(no key)";
        };
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
