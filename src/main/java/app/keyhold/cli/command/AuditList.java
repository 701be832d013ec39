package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "The timeline, newest first")
final class AuditList implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private EventSelection selection = new EventSelection();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many, 1 to 1000 (50)")
    private int limit = 50;

    @Option(names = "--before", paramLabel = "NUMBER", description = "Only events with a lower number")
    private @Nullable Long before;

    AuditList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var page = selection.page(shell, vault.client(), Optional.ofNullable(before), limit);
            shell.answer(page, () -> table(page));
            return 0;
        });
    }

    private String table(LookupEvents.Response page) {
        if (page.events().isEmpty()) {
            return "No such events.";
        }
        var table = new Table("#", "TIME", "RESULT", "OPERATION", "WHO", "ABOUT", "ERROR");
        for (Event event : page.events()) {
            table.row(
                    Long.toString(event.number()),
                    shell.times().second(event.time()),
                    event.result().name().toLowerCase(Locale.ROOT),
                    event.name(),
                    event.principalName() + event.via().map(service -> " via " + service).orElse(""),
                    event.keyNames().isEmpty() ? "-" : String.join(" ", event.keyNames()),
                    event.errorCode().orElse(""));
        }
        int shown = page.events().size();
        return shown < page.total() ? table + "\n" + shown + " of " + page.total() + " events" : table.toString();
    }
}
