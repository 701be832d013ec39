package app.keyhold.cli.command;

import app.keyhold.cli.Options;
import app.keyhold.files.Collision;
import java.util.function.BooleanSupplier;

/// What happens when a result's name is taken, once for all files of a command.
final class NameTaken {
    private final BooleanSupplier force;
    private final BooleanSupplier keepBoth;
    private final BooleanSupplier skip;

    NameTaken(Options options) {
        Options choice = options.choice();
        force = choice.flag("--force", "Replace files that are there already");
        keepBoth = choice.flag("--keep-both", "Where a name is taken, write under the next free one: report (2).pdf");
        skip = choice.flag("--skip", "Where a name is taken, leave what is there and go on");
    }

    Collision collision() {
        if (force.getAsBoolean()) {
            return Collision.REPLACE;
        }
        if (keepBoth.getAsBoolean()) {
            return Collision.KEEP_BOTH;
        }
        return skip.getAsBoolean() ? Collision.SKIP : Collision.FAIL;
    }
}
