package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.BesideOthers;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.vault.VaultException.Kind;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.DeleteUser;
import app.keyhold.vault.operation.ListUsers;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program has a principal and no keyslot: nothing on disk lets it in.
@BesideOthers
class EndpointOnlyUserTest {
    @TempDir
    Path temporary;

    private VaultFixture fixture;

    @BeforeEach
    void makeAProgram() {
        fixture = new VaultFixture(temporary);
        try (var vault = fixture.create()) {
            vault.client().call(CreateUser.Request.endpointOnly("billing", "KEY_USER"));
        }
    }

    @Test
    void addsNoKeyslot() {
        assertThat(fixture.vaults().info(fixture.folder).slots()).hasSize(1);
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> fixture.unlock("billing", ""))
                .extracting(VaultException::kind)
                .isEqualTo(Kind.WRONG_PASSPHRASE);
    }

    /// Someone half admitted has no keyslot either; a program is not mistaken for one at an unlock.
    @Test
    void staysEnabledThroughUnlocks() {
        fixture.unlock().close();

        try (var vault = fixture.unlock()) {
            assertThat(vault.client().call(new ListUsers.Request()).users())
                    .filteredOn(user -> user.userName().equals("billing"))
                    .singleElement()
                    .satisfies(user -> {
                        assertThat(user.enabled()).isTrue();
                        assertThat(user.endpointOnly()).isTrue();
                        assertThat(user.slots()).isEmpty();
                        assertThat(user.policies()).containsExactly("KeyUserAccess");
                    });
            assertThat(vault.client().call(new CheckVault.Request()).findings())
                    .noneMatch(finding -> finding.what().contains("billing"));
        }
    }

    @Test
    void neverBecomesAPersonByBeingMadeAgain() {
        try (var vault = fixture.unlock()) {
            assertThatExceptionOfType(KmsException.class)
                    .isThrownBy(() -> vault.client()
                            .call(new CreateUser.Request(
                                    "billing", VaultFixture.secret("let me in"), Optional.empty(), "ADMINISTRATOR")))
                    .extracting(KmsException::fault)
                    .isEqualTo(Fault.EntityAlreadyExistsException);
            assertThatExceptionOfType(KmsException.class)
                    .isThrownBy(() -> vault.client().call(CreateUser.Request.endpointOnly("billing", "NONE")));
        }
    }

    @Test
    void isDeletedLikeAnybody() {
        try (var vault = fixture.unlock()) {
            vault.client().call(new DeleteUser.Request("billing"));

            assertThat(vault.client().call(new ListUsers.Request()).users()).hasSize(1);
        }
    }
}
