package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.screen.LookupEvents;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which events of the timeline are meant; everything narrows.
final class EventSelection {
    @Option(names = "--from", paramLabel = "TIME", description = "Not before: 2026-11-24, 2026-11-24T10:42, or 24h, 7d ago")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "TIME", description = "Before this time")
    private @Nullable String until;

    @Option(names = "--key", paramLabel = "KEY", description = "About this key; may be given several times")
    private List<String> keys = List.of();

    @Option(names = "--principal", paramLabel = "ARN", description = "By this principal; may be given several times")
    private List<String> principals = List.of();

    @Option(names = "--operation", paramLabel = "NAME", description = "Encrypt, CreateKey, ...; may be given several times")
    private List<String> operations = List.of();

    @Option(names = "--result", paramLabel = "RESULT", description = "allowed, denied or failed")
    private @Nullable String result;

    @Option(names = "--text", paramLabel = "TEXT", description = "With this text in name, principal, resource or error")
    private @Nullable String text;

    @Option(names = "--no-reads", description = "Without what only looked and was allowed to: DescribeKey, QueryKeys, ...")
    private boolean noReads;

    /// Newest first, below number `before`.
    LookupEvents.Response page(Shell shell, Client client, Optional<Long> before, int limit) {
        return client.call(pages(shell, client, limit).apply(before));
    }

    /// Requests for the newest events below a number; what the options say is worked out once.
    Function<Optional<Long>, LookupEvents.Request> pages(Shell shell, Client client, int limit) {
        List<String> arns = keys.stream().map(key -> arn(client, key)).toList();
        return before -> new LookupEvents.Request(
                shell.session(),
                Optional.ofNullable(from).map(shell.times()::parse),
                Optional.ofNullable(until).map(shell.times()::parse),
                arns,
                principals,
                operations,
                Optional.ofNullable(result).map(word -> word.toUpperCase(Locale.ROOT)),
                Optional.ofNullable(text),
                Optional.of(noReads),
                before,
                limit);
    }

    /// Events name keys by ARN. A key that is gone is found by the ARN alone.
    private static String arn(Client client, String key) {
        return key.startsWith("arn:")
                ? key
                : client.call(DescribeKey.Request.of(KeyNames.full(key))).keyMetadata().arn();
    }
}
