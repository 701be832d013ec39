package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.vault.VaultException.Kind;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.Rekey;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A rekey of a vault with several Regions, some of which are away or go another way.
@BesideOthers
class RekeyedRegionsTest extends ThreeRegions {
    @Test
    void aKillAtAnyStepIsFinishedInEveryRegionByTheNextUnlock() {
        var snapshots = new Snapshots(temporary.resolve("work"), temporary.resolve("kills"));
        Snapshots.copy(ireland, temporary.resolve("work/ireland"));
        Snapshots.copy(mumbai, temporary.resolve("work/mumbai"));
        Snapshots.copy(fixture.folder, temporary.resolve("work/test.keyhold"));
        try (var vault = fixture.vaults(snapshots).unlock(temporary.resolve("work/test.keyhold"), owner())) {
            rekey(vault);
        }

        assertThat(snapshots.folders()).hasSizeGreaterThan(20);
        for (var killed : snapshots.folders()) {
            try (var vault = fixture.unlockKilled(killed.resolve("ireland"), "owner", VaultFixture.PASSPHRASE)) {
                assertThat(vault.regions()).as(killed.toString()).containsExactly(HOME, MUMBAI, IRELAND);
            }
            try (var vault = fixture.unlockKilled(killed.resolve("test.keyhold"), "owner", VaultFixture.PASSPHRASE)) {
                assertThat(vault.regions()).as(killed.toString()).containsExactly(HOME, MUMBAI, IRELAND);
            }
        }
    }

    @Test
    void aFormerHomeThatMissedARekeyIsTakenAlong() throws IOException {
        var home = hide(fixture.folder);
        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            vault.client().call(promoting(IRELAND));
        }
        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            rekey(vault);
        }
        Files.move(home, fixture.folder);

        for (var folder : List.of(fixture.folder, ireland, mumbai)) {
            try (var vault = fixture.vaults().unlock(folder, owner())) {
                assertThat(vault.regions()).containsExactly(IRELAND, MUMBAI, HOME);
                assertThat(names(vault.in(HOME))).isEqualTo(names(vault.in(IRELAND)));
                assertThat(vault.client().call(new CheckVault.Request()).findings())
                        .noneMatch(finding -> finding.severity() == CheckVault.Severity.DAMAGE);
            }
        }
    }

    @Test
    void whereBothSidesWereRekeyedEachOpensByItselfAndSaysSo() throws IOException {
        var home = hide(fixture.folder);
        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            vault.client().call(promoting(IRELAND));
            rekey(vault);
        }
        var away = hide(ireland);
        var alsoAway = hide(mumbai);
        Files.move(home, fixture.folder);
        try (var vault = fixture.unlock()) {
            rekey(vault);
        }
        Files.move(away, ireland);

        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            assertThat(region(vault, HOME).trouble().orElseThrow()).contains("sealed under another root key");
        }
        refused(Kind.REFUSED_FOR_SAFETY, fixture::unlock);
        hide(ireland);
        fixture.unlock().close();
        assertThat(alsoAway).exists();
    }

    private static void rekey(OpenVault vault) {
        vault.client()
                .call(new Rekey.Request("owner", VaultFixture.secret(VaultFixture.PASSPHRASE), Optional.empty()))
                .sheet()
                .close();
    }
}
