package app.keyhold.cli.command;

import java.util.List;
import java.util.stream.Collectors;

/// Names the copies that a keyslot's end does not reach.
final class StillOpening {
    private StillOpening() {}

    static String warning(List<String> backups) {
        return backups.isEmpty()
                ? ""
                : "\nThe old passphrase still opens:\n  " + backups.stream().map(file -> file + StillHolding.place(file)).collect(Collectors.joining("\n  "))
                        + "\nDelete these and back up again, or make them worthless with `keyhold vault rekey`.";
    }
}
