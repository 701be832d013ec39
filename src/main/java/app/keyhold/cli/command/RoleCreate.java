package app.keyhold.cli.command;

import app.keyhold.cli.Principals;
import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.kms.operation.role.CreateRole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = "A role: permissions that those you name can take on for a command with --role, or for some hours."
                + " It has none until you give it a policy")
final class RoleCreate implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "NAME", description = "The role's name")
    private String name = "";

    @Option(
            names = "--for",
            paramLabel = "WHO",
            split = ",",
            description = "Who may take it on: users by name, owner, role/NAME, or ARNs, with commas between")
    private List<String> people = List.of();

    @Option(names = "--trust", paramLabel = "FILE", description = "A trust policy as JSON instead; - reads standard input")
    private @Nullable String trust;

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is for")
    private @Nullable String description;

    @Option(
            names = "--max-session",
            paramLabel = "SECONDS",
            description = "How long a session may last, 3600 (the default) to 43200")
    private @Nullable Integer maxSession;

    RoleCreate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (people.isEmpty() == (trust == null)) {
            throw new UsageException(
                    "Who may take on the role has to be said in one way.", "Give --for NAMES or --trust FILE.");
        }
        return shell.inVault(vault -> {
            var response = vault.client()
                    .call(new CreateRole.Request(
                            trust == null ? trusting(vault.account()) : read(trust),
                            Optional.ofNullable(description),
                            Optional.ofNullable(maxSession),
                            Optional.empty(),
                            name));
            shell.answer(response, () -> name + " can be taken on with --role " + name
                    + "; give it permissions with `keyhold policy put --of role/" + name + " --name NAME FILE`.\n"
                    + response.role().arn());
            return 0;
        });
    }

    private String read(String file) {
        return new String(Input.fileOrStream(shell, file), StandardCharsets.UTF_8);
    }

    private String trusting(String account) {
        String arns = people.stream()
                .map(who -> "\"" + Principals.any(account, who) + "\"")
                .collect(Collectors.joining(", "));
        return """
                {
                  "Version" : "2012-10-17",
                  "Statement" : [ {
                    "Sid" : "TakeOn",
                    "Effect" : "Allow",
                    "Principal" : {
                      "AWS" : [ %s ]
                    },
                    "Action" : "sts:AssumeRole"
                  } ]
                }""".formatted(arns);
    }
}
