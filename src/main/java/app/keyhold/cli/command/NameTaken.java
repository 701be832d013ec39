package app.keyhold.cli.command;

import app.keyhold.files.Collision;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// What happens when a result's name is taken, once for all files of a command.
final class NameTaken {
    @ArgGroup
    private OneOf choice = new OneOf();

    private static final class OneOf {
        @Option(names = "--force", description = "Replace files that are there already")
        private boolean force;

        @Option(names = "--keep-both", description = "Where a name is taken, write under the next free one: report (2).pdf")
        private boolean keepBoth;

        @Option(names = "--skip", description = "Where a name is taken, leave what is there and go on")
        private boolean skip;
    }

    Collision collision() {
        if (choice.force) {
            return Collision.REPLACE;
        }
        if (choice.keepBoth) {
            return Collision.KEEP_BOTH;
        }
        return choice.skip ? Collision.SKIP : Collision.FAIL;
    }
}
