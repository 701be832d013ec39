package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "call",
        description = "Any operation of the service, request and response exactly as on the wire",
        footer = {
            "",
            "With --lines the vault is unlocked once; each line of standard input is a call",
            "  {\"Operation\":\"Encrypt\",\"Request\":{\"KeyId\":\"alias/a\",\"Plaintext\":\"aGk=\"}}",
            "and is answered, in order, by a line {\"Response\":{...}} or {\"Error\":{...}}."
        })
final class Call implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", arity = "0..1", paramLabel = "OPERATION", description = "Encrypt, Sign, ListKeys, ...")
    private @Nullable String operation;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "JSON|@FILE|-",
            description = "The request, blobs in base64; a file; or standard input")
    private String request = "{}";

    @Option(names = "--lines", description = "Many calls, one a line, from standard input")
    private boolean lines;

    Call(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (lines) {
            return shell.inVault(vault -> {
                new CallLines(shell, vault).answerAll();
                return 0;
            });
        }
        if (operation == null) {
            throw new UsageException("Which operation?", "Name one, as in `keyhold call ListKeys`, or use --lines.");
        }
        String name = operation;
        byte[] json = Input.argument(shell, request);
        try {
            return shell.inVault(vault -> {
                var calls = new WireCalls(vault.client());
                shell.answerWire(calls.answer(name, json));
                return 0;
            });
        } finally {
            Arrays.fill(json, (byte) 0);
        }
    }
}
