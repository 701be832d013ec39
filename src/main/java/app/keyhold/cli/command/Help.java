package app.keyhold.cli.command;

import app.keyhold.cli.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "help", description = "Explain a command")
final class Help implements Callable<Integer> {
    @Spec
    private CommandSpec self = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "As in `keyhold help vault create`")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        CommandLine root = self.commandLine().getParent();
        CommandLine explained = root;
        for (String word : words) {
            explained = Optional.ofNullable(explained.getSubcommands().get(word))
                    .orElseThrow(() -> new UsageException("There is no command `" + word + "`.", "See `keyhold help`."));
        }
        explained.usage(root.getOut());
        return 0;
    }
}
