package app.keyhold.vault.operation;

import app.keyhold.kms.View;
import app.keyhold.vault.Regions;
import java.util.ArrayList;
import java.util.List;

/// What a change of passphrases and users does not reach: backups, and Regions that are away.
public final class KnownCopies {
    private final KnownBackups backups;
    private final Regions regions;

    KnownCopies(KnownBackups backups, Regions regions) {
        this.backups = backups;
        this.regions = regions;
    }

    /// Files and folders that go on opening as they did.
    List<String> openingAsBefore(View view) {
        var all = new ArrayList<>(backups.files(view));
        all.addAll(regions.outOfReach());
        return List.copyOf(all);
    }
}
