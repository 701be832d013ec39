package app.keyhold.vault.operation;

import app.keyhold.store.SqliteRegion;
import app.keyhold.vault.Regions;
import app.keyhold.vault.operation.CheckVault.Finding;
import app.keyhold.vault.operation.CheckVault.Kind;
import app.keyhold.vault.operation.CheckVault.Remedy;
import app.keyhold.vault.operation.CheckVault.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A Region: its database's pages, chain, and every stored row against the event that wrote it last; and what keeps it
/// from being in step with the others.
final class RegionHealth {
    private static final String ADVICE =
            "Keep a copy of the folder as it is, and restore the newest verified backup into a new one.";

    /// What is to be taken over is, within moments of being in reach.
    private static final Duration PATIENCE = Duration.ofHours(1);

    private RegionHealth() {}

    static void look(SqliteRegion region, Findings found) {
        var report = region.check(Optional.empty(), rows -> {});
        var name = region.identity().region();
        report.pages().forEach(page -> found.add(Kind.DATABASE, damage(name + ".db", page)));
        report.chain().findings().forEach(broken -> found.add(
                Kind.CHAIN,
                damage(
                        "audit row " + broken.number(),
                        broken.what() + ": expected " + broken.expected() + ", found " + broken.found() + ".")));
        report.rows()
                .forEach(row -> found.add(
                        Kind.ROWS, damage(row.kind() + " " + row.identity(), "It " + row.what() + ".")));
    }

    static List<Finding> findings(Regions.Health region, Instant now) {
        var findings = new ArrayList<Finding>();
        var about = "Region " + region.region();
        region.trouble().ifPresent(trouble -> findings.add(new Finding(
                Severity.WARNING, about, "It was not looked at. " + trouble.message(), trouble.nextStep(), Remedy.REGIONS)));
        if (!region.laterWrites().isEmpty()) {
            findings.add(new Finding(
                    Severity.WARNING,
                    about,
                    "It was the home, and of what it did then " + region.laterWrites().size()
                            + " are to be decided.",
                    "Look at them: keyhold region list; then: keyhold region settle " + region.region(),
                    Remedy.REGIONS));
        }
        region.behindSince()
                .filter(since -> region.isHere() && since.isBefore(now.minus(PATIENCE)))
                .ifPresent(since -> findings.add(new Finding(
                        Severity.WARNING,
                        about,
                        "It is here and yet behind since " + since + "; " + region.waiting() + " things wait.",
                        "Lock the vault everywhere and unlock it; then look again.",
                        Remedy.REGIONS)));
        return findings;
    }

    private static Finding damage(String about, String what) {
        return new Finding(Severity.DAMAGE, about, what, ADVICE);
    }
}
