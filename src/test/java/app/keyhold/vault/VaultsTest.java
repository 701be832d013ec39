package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.kms.KmsException;
import app.keyhold.kms.operation.key.ListKeys;
import app.keyhold.vault.operation.ListUsers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
