package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.BesideOthers;
import app.keyhold.vault.VaultException.Kind;
import app.keyhold.vault.header.HeaderFiles;
import app.keyhold.vault.header.SealedHeader;
import app.keyhold.vault.operation.ChangePassphrase;
import app.keyhold.vault.operation.ChangeSettings;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.CreateRecoverySheet;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.DeleteUser;
import app.keyhold.vault.operation.ListSettings;
import app.keyhold.vault.operation.ListUsers;
import app.keyhold.vault.operation.Rekey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever copies the folder finds no user's name in it; whoever knows their own name unlocks as ever.
@BesideOthers
class PrivateNamesTest {
    @TempDir
    Path temporary;

    private VaultFixture fixture;

    @BeforeEach
    void inATemporaryFolder() {
        fixture = new VaultFixture(temporary);
    }

    @Test
    void aVaultMadeSoHoldsNoNameAndUnlocksByName() throws IOException {
        fixture.vaults().create(privately()).close();

        assertHidden("owner");
        fixture.unlock().close();
    }

    @Test
    void whoeverComesLaterIsHiddenTooAndNotConfusedWithOthers() throws IOException {
        try (var vault = fixture.vaults().create(privately())) {
            createEva(vault);
            vault.client().call(new CreateRecoverySheet.Request("eva")).sheet().close();
        }

        assertHidden("owner", "eva");
        assertThat(fixture.vaults().info(fixture.folder).slots())
                .hasSize(3)
                .extracting(VaultInfo.Slot::user)
                .containsOnly(VaultInfo.HIDDEN);
        fixture.unlock("eva", "eva's own").close();
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> fixture.unlock("eve", "eva's own"))
                .extracting(VaultException::kind)
                .isEqualTo(Kind.WRONG_PASSPHRASE);
    }

    @Test
    void hidingNamesLaterNeedsNobodysPassphraseAndReachesTheKeptHeader() throws IOException {
        try (var vault = fixture.create()) {
            createEva(vault);
            assertThat(names(Files.readString(fixture.folder.resolve("vault.json")))).contains("eva");
            assertThat(vault.client().call(hide(true)).privateNames()).isTrue();
        }

        assertHidden("owner", "eva");
        fixture.unlock("eva", "eva's own").close();
        fixture.unlock().close();
    }

    @Test
    void showingThemAgainTakesTheNamesFromTheDatabase() {
        try (var vault = fixture.vaults().create(privately())) {
            createEva(vault);
            vault.client().call(hide(false));
            assertThat(vault.client().call(new ListSettings.Request()).privateNames()).isFalse();
        }

        assertThat(fixture.vaults().info(fixture.folder).slots())
                .extracting(VaultInfo.Slot::user)
                .containsExactly("owner", "eva");
        fixture.unlock("eva", "eva's own").close();
    }

    @Test
    void aNewPassphraseReplacesTheHiddenSlot() throws IOException {
        try (var vault = fixture.vaults().create(privately())) {
            vault.client()
                    .call(new ChangePassphrase.Request(
                            "owner",
                            VaultFixture.secret(VaultFixture.PASSPHRASE),
                            Optional.empty(),
                            VaultFixture.secret("another"),
                            Optional.empty()));
        }

        assertHidden("owner");
        assertThat(fixture.vaults().info(fixture.folder).slots()).hasSize(1);
        fixture.unlock("owner", "another").close();
    }

    @Test
    void aRekeyKeepsThemHiddenAndStillNamesWhomToAddAgain() throws IOException {
        try (var vault = fixture.vaults().create(privately())) {
            createEva(vault);
            var response = vault.client()
                    .call(new Rekey.Request("owner", VaultFixture.secret(VaultFixture.PASSPHRASE), Optional.empty()));
            response.sheet().close();
            assertThat(response.toAddAgain()).containsExactly("eva");
        }

        assertHidden("owner", "eva");
        fixture.unlock().close();
        assertHidden("owner", "eva");
    }

    @Test
    void usersAreListedAndDeletedByNameAllTheSame() {
        try (var vault = fixture.vaults().create(privately())) {
            createEva(vault);
            assertThat(vault.client().call(new ListUsers.Request()).users())
                    .extracting(ListUsers.User::userName, user -> user.slots().size())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("owner", 1), org.assertj.core.groups.Tuple.tuple("eva", 1));
            assertThat(vault.client().call(new CheckVault.Request()).findings())
                    .noneMatch(finding -> finding.about().startsWith("keyslot"));
            vault.client().call(new DeleteUser.Request("eva"));
        }

        assertThat(fixture.vaults().info(fixture.folder).slots()).hasSize(1);
    }

    private NewVault privately() {
        var wanted = fixture.wanted();
        return new NewVault(
                wanted.folder(),
                wanted.account(),
                wanted.region(),
                wanted.ownerPassphrase(),
                wanted.keyFile(),
                wanted.cost(),
                wanted.front(),
                wanted.allowSyncFolder(),
                true);
    }

    private static ChangeSettings.Request hide(boolean hide) {
        return new ChangeSettings.Request(Optional.empty(), Optional.of(hide));
    }

    private static void createEva(OpenVault vault) {
        vault.client()
                .call(new CreateUser.Request("eva", VaultFixture.secret("eva's own"), Optional.empty(), "ADMINISTRATOR"));
    }

    /// In no header file, neither as it stands nor in what it encodes.
    private void assertHidden(String... names) throws IOException {
        try (var files = Files.list(fixture.folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(names(Files.readString(file, StandardCharsets.ISO_8859_1)))
                        .as(file.toString())
                        .doesNotContain(names);
            }
        }
        assertThat(new HeaderFiles(fixture.folder).previousIsSound()).isTrue();
    }

    private static String names(String file) {
        return file.isEmpty()
                ? ""
                : file
                        + new String(
                                SealedHeader.parse(file.getBytes(StandardCharsets.ISO_8859_1)).bytes().toByteArray(),
                                StandardCharsets.UTF_8);
    }
}
