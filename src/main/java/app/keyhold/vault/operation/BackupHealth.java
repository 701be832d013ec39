package app.keyhold.vault.operation;

import app.keyhold.kms.View;
import app.keyhold.vault.operation.CheckVault.Finding;
import app.keyhold.vault.operation.CheckVault.Remedy;
import app.keyhold.vault.operation.CheckVault.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Whether there is a backup that was opened again, and how old it is.
final class BackupHealth {
    private static final Duration OLD = Duration.ofDays(30);

    private BackupHealth() {}

    static List<Finding> findings(View view, Instant now) {
        var last = view.setting(Backup.VERIFIED);
        if (last.isEmpty()) {
            return List.of(new Finding(
                    Severity.WARNING,
                    "backup",
                    "This vault has never been backed up.",
                    "Make one on another disk: keyhold vault backup FILE",
                    Remedy.BACKUP));
        }
        var parts = last.get().split(" ", 2);
        var age = Duration.between(Instant.parse(parts[0]), now);
        if (age.compareTo(OLD) <= 0) {
            return List.of();
        }
        return List.of(new Finding(
                Severity.NOTE,
                parts[1],
                "The last verified backup is " + age.toDays() + " days old.",
                "Make a new one: keyhold vault backup FILE",
                Remedy.BACKUP));
    }
}
