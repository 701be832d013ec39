package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.export.TimelineExport;
import app.keyhold.export.TimelineForm;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", description = "The timeline for other programs, oldest first")
final class AuditExport implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private EventSelection selection = new EventSelection();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "jsonl (a line an event, verifiable), cloudtrail (CloudTrail's JSON) or csv (jsonl)")
    private TimelineForm form = TimelineForm.JSONL;

    @Option(names = "--file", paramLabel = "FILE", description = "Write a new file instead of standard output")
    private @Nullable Path file;

    AuditExport(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var client = vault.client();
            var pages = selection.pages(shell, client, TimelineExport.PAGE);
            try (OutputStream out = new BufferedOutputStream(
                    file == null ? new CheckedOut(shell.terminal().out()) : Output.create(file))) {
                long count = new TimelineExport(client, shell.session(), pages::apply).write(form, out);
                if (file != null) {
                    shell.note(count + " events are in " + file + ".");
                }
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            return 0;
        });
    }
}
