package app.keyhold.cli.command;

import java.util.List;

/// Names the copies that a keyslot's end does not reach.
final class StillOpening {
    private StillOpening() {}

    static String warning(List<String> backups) {
        return backups.isEmpty()
                ? ""
                : "\nThe old passphrase still opens:\n  " + String.join("\n  ", backups)
                        + "\nDelete these and back up again, or make them worthless with `keyhold vault rekey`.";
    }
}
