package app.keyhold.vault.operation;

import app.keyhold.store.SqliteRegion;
import app.keyhold.vault.Regions;
import app.keyhold.vault.operation.CheckVault.Finding;
import app.keyhold.vault.operation.CheckVault.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A Region: its database's pages, chain, and every stored row against the event that wrote it last; and what keeps it
/// from being in step with the others.
final class RegionHealth {
    private static final String ADVICE =
            "Keep a copy of the folder as it is, and restore the newest verified backup into a new one.";

    private RegionHealth() {}

    static List<Finding> findings(SqliteRegion region) {
        var report = region.check(Optional.empty(), rows -> {});
        var name = region.identity().region();
        var findings = new ArrayList<Finding>();
        report.pages().forEach(page -> findings.add(damage(name + ".db", page)));
        report.chain().findings().forEach(broken -> findings.add(damage(
                "audit row " + broken.number(),
                broken.what() + ": expected " + broken.expected() + ", found " + broken.found() + ".")));
        report.rows().forEach(row -> findings.add(damage(row.kind() + " " + row.identity(), "It " + row.what() + ".")));
        return findings;
    }

    static List<Finding> findings(Regions.Health region) {
        var findings = new ArrayList<Finding>();
        var about = "Region " + region.region();
        region.trouble().ifPresent(trouble -> findings.add(new Finding(
                Severity.WARNING, about, "It was not looked at. " + trouble.message(), trouble.nextStep())));
        if (!region.laterWrites().isEmpty()) {
            findings.add(new Finding(
                    Severity.WARNING,
                    about,
                    "It was the home, and of what it did then " + region.laterWrites().size()
                            + " are to be decided.",
                    "Look at them: keyhold region list; then: keyhold region settle " + region.region()));
        }
        return findings;
    }

    private static Finding damage(String about, String what) {
        return new Finding(Severity.DAMAGE, about, what, ADVICE);
    }
}
