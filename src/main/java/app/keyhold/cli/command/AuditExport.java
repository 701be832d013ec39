package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.vault.operation.QueryCheckpoints;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", description = "The timeline for other programs, oldest first")
final class AuditExport implements Callable<Integer> {
    private static final int PAGE = 1000;

    private final Shell shell;

    @Mixin
    private EventSelection selection = new EventSelection();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "jsonl (a line an event, verifiable), cloudtrail (CloudTrail's JSON) or csv (jsonl)")
    private ExportForm form = ExportForm.JSONL;

    @Option(names = "--file", paramLabel = "FILE", description = "Write a new file instead of standard output")
    private @Nullable Path file;

    AuditExport(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            try (OutputStream out = new BufferedOutputStream(
                    file == null ? new CheckedOut(shell.terminal().out()) : Output.create(file))) {
                long count = write(
                        vault.client(),
                        form.writer(out, () -> vault.client().call(new QueryCheckpoints.Request(shell.session()))));
                if (file != null) {
                    shell.note(count + " events are in " + file + ".");
                }
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            return 0;
        });
    }

    /// Walks the numbers upwards, a thousand at a time, so that memory stays constant: the page below a number holds the
    /// newest matching events, of which those above the walk's last number are new.
    private long write(Client client, EventWriter writer) throws IOException {
        long count = 0;
        long newest = selection.page(shell, client, Optional.empty(), 1).events().stream()
                .mapToLong(Event::number)
                .findFirst()
                .orElse(0);
        writer.begin();
        for (long done = 0; done < newest; done += PAGE) {
            long floor = done;
            var page = selection.page(shell, client, Optional.of(Math.min(done + PAGE, newest) + 1), PAGE);
            for (Event event : page.events().reversed()) {
                if (event.number() > floor) {
                    writer.write(event);
                    count++;
                }
            }
        }
        writer.end();
        return count;
    }
}
