package app.keyhold.cli.command;

import picocli.CommandLine.Option;

/// Whether messages of suites that do not commit to their key are opened.
final class AllowUncommitted {
    @Option(
            names = "--allow-uncommitted",
            description = "Open messages of old suites, which do not commit to their key: only if you trust who wrote them")
    private boolean allowed;

    boolean allowed() {
        return allowed;
    }
}
