package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.operation.screen.QueryFiles;
import app.keyhold.kms.operation.screen.QueryFiles.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the vault remembers, read to its end.
final class KnownFiles {
    private static final int PAGE = 1_000;

    private KnownFiles() {}

    static List<File> all(Client client, Shell shell, Optional<String> key, boolean olderOnly) {
        var found = new ArrayList<File>();
        Optional<String> marker = Optional.empty();
        do {
            var page = client.call(new QueryFiles.Request(
                    shell.session(), key, Optional.of(olderOnly), marker, PAGE));
            found.addAll(page.files());
            marker = page.nextMarker();
        } while (marker.isPresent());
        return found;
    }

    /// After a rotation: what to do about files on older material; empty if none are known, or for whoever may not know.
    static Optional<String> onOlderMaterial(Client client, Shell shell, String keyId) {
        return advice(count(client, shell, keyId, true));
    }

    /// None for whoever may not know.
    static long count(Client client, Shell shell, String keyId, boolean olderOnly) {
        try {
            return client.call(new QueryFiles.Request(
                            shell.session(), Optional.of(keyId), Optional.of(olderOnly), Optional.empty(), 1))
                    .total();
        } catch (KmsException mayNotKnow) {
            return 0;
        }
    }

    static Optional<String> advice(long files) {
        return files == 0
                ? Optional.empty()
                : Optional.of((files == 1 ? "1 known file is" : files + " known files are")
                        + " still on older material: `keyhold reencrypt --old-material`.");
    }
}
