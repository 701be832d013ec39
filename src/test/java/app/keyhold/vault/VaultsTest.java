package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.BesideOthers;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.operation.key.ListKeys;
import app.keyhold.vault.operation.ListUsers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class VaultsTest {
    @TempDir
    Path temporary;

    private VaultFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new VaultFixture(temporary);
    }

    @Test
    void aNewVaultIsOpenForItsOwner() {
        try (var vault = fixture.create()) {
            assertThat(vault.client().call(new ListUsers.Request()).users())
                    .extracting(ListUsers.User::userName)
                    .containsExactly("owner");
        }
    }

    @Test
    void whatWasMadeIsThereAfterTheNextUnlock() {
        String keyId;
        try (var vault = fixture.create()) {
            keyId = FirstRun.createMyFiles(vault.client());
        }
        try (var vault = fixture.unlock()) {
            assertThat(vault.client().call(ListKeys.Request.firstPage()).keys())
                    .extracting(entry -> entry.keyId())
                    .containsExactly(keyId);
        }
    }

    @Test
    void aLockedVaultAnswersNobody() {
        var vault = fixture.create();
        var client = vault.client();
        vault.lock();
        vault.lock();

        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(() -> client.call(new ListUsers.Request()))
                .withMessageContaining("locked");
    }

    @Test
    void lockingWipesTheRootKeyAndWhatWasDerivedFromIt() {
        var vault = (UnlockedVault) fixture.create();
        var root = vault.keys().root();
        var database = vault.keys().key(KeyTable.RegionPurpose.DATABASE, "us-east-1");
        assertThat(database.isDestroyed()).isFalse();

        vault.lock();

        assertThat(root.isDestroyed()).isTrue();
        assertThat(database.isDestroyed()).isTrue();
    }

    @Test
    void theAttendantIsThereFromUnlockToLock() {
        var heard = new ArrayList<String>();
        var attendant = new Attendant() {
            @Override
            public void unlocked(OpenVault vault, Client schedule) {
                heard.add("unlocked by " + vault.user() + ", watched by "
                        + schedule.caller().principal().name());
            }

            @Override
            public void locking(OpenVault vault) {
                vault.client().call(new ListUsers.Request());
                heard.add("locking");
            }
        };

        new Vaults(fixture.clock, fixture.state, attendant).create(fixture.wanted()).close();

        assertThat(heard).containsExactly("unlocked by owner, watched by kms", "locking");
    }

    @Test
    void aFailedCreationLeavesNothing() {
        var wanted = new NewVault(
                fixture.folder,
                Optional.of("12"),
                "us-east-1",
                VaultFixture.secret("x"),
                Optional.empty(),
                VaultFixture.CHEAP,
                "cli",
                false);

        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> fixture.vaults().create(wanted))
                .extracting(VaultException::kind)
                .isEqualTo(VaultException.Kind.USAGE);
        assertThat(temporary).isEmptyDirectory();
    }
}
