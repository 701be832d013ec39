package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.kms.Fault;
import app.keyhold.vault.operation.AddRegion;
import app.keyhold.vault.operation.DeleteUser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Two programs have one vault open, and its home changes under one of them.
@BesideOthers
class TwoProgramsTest extends ThreeRegions {
    @Test
    void anotherProgramFollowsWithItsNextChange() throws IOException {
        hide(fixture.folder);
        try (var one = fixture.vaults().unlock(ireland, owner());
                var other = fixture.vaults().unlock(ireland, owner())) {
            one.client().call(promoting(IRELAND));
            other.client().call(user("carol"));
            one.client().call(user("dave"));
            assertThat(names(other)).containsExactly("owner", "carol", "dave", "eva");
            assertThat(names(one.in(MUMBAI))).containsExactly("owner", "carol", "dave", "eva");
        }
    }

    @Test
    void aHomeThatAnotherProgramHoldsIsNotGone() throws IOException {
        var dropbox = new VaultFixture(Files.createDirectory(temporary.resolve("Dropbox")));
        var replica = temporary.resolve("beside it");
        dropbox.vaults().create(new NewVault(
                dropbox.folder,
                Optional.empty(),
                HOME,
                VaultFixture.secret(VaultFixture.PASSPHRASE),
                Optional.empty(),
                VaultFixture.CHEAP,
                "cli",
                true)).lock();
        try (var holder = dropbox.vaults().unlock(dropbox.folder, synchronised())) {
            holder.client().call(adding(IRELAND, replica));
            try (var other = dropbox.vaults().unlock(replica, synchronised())) {
                assertThat(other.regions()).containsExactly(IRELAND);
                refused(Fault.ConflictException, () -> other.client().call(promoting(IRELAND)))
                        .withMessageContaining("another program has it open");
            }
        }
    }

    @Test
    void anotherProgramHearsOfAHandOverWhereverItAsks() {
        try (var one = fixture.unlock();
                var other = fixture.unlock()) {
            one.client().call(promoting(IRELAND));
            refused(Fault.UnsupportedOperationException, () -> other.client().call(user("carol")))
                    .withMessageContaining("in the home Region eu-west-1; this is us-east-1. Ask there.");
            other.in(IRELAND).client().call(user("carol"));
            one.in(IRELAND).client().call(user("dave"));
            assertThat(names(one)).containsExactly("owner", "carol", "dave", "eva");
        }
    }

    @Test
    void whoeverDidNotSeeThatARegionTookTheHomesPlaceDoesNotTakeItToo() throws IOException {
        hide(fixture.folder);
        try (var one = fixture.vaults().unlock(ireland, owner());
                var other = fixture.vaults().unlock(mumbai, owner())) {
            one.client().call(promoting(IRELAND));
            refused(Fault.UnsupportedOperationException, () -> other.client().call(promoting(MUMBAI)))
                    .withMessageContaining("The home Region eu-west-1 is in reach");
        }
    }

    /// The one that holds the Region brings it what the other one changed.
    @Test
    void whoeverDidNotSeeAChangeBringsNobodyTheOldHeader() throws IOException {
        var held = temporary.resolve("Dropbox/held");
        Files.createDirectory(held.getParent());
        try (var vault = fixture.vaults().unlock(fixture.folder, synchronised())) {
            vault.client().call(new AddRegion.Request("sa-east-1", held.toString(), Optional.of(true)));
        }
        try (var holder = fixture.vaults().unlock(fixture.folder, synchronised())) {
            assertThat(holder.regions()).contains("sa-east-1");
            try (var other = fixture.vaults().unlock(fixture.folder, synchronised())) {
                assertThat(other.regions()).doesNotContain("sa-east-1");
                other.client().call(new DeleteUser.Request("eva"));
            }
        }

        assertThat(held.resolve("vault.json")).hasSameBinaryContentAs(fixture.folder.resolve("vault.json"));
    }

    private static Unlocking synchronised() {
        return new Unlocking(
                "owner",
                VaultFixture.secret(VaultFixture.PASSPHRASE),
                Optional.empty(),
                "cli",
                true,
                false,
                () -> false);
    }
}
