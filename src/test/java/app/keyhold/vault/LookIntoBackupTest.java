package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.BesideOthers;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.screen.QueryContents;
import app.keyhold.kms.operation.screen.QueryContents.Content;
import app.keyhold.vault.operation.Backup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class LookIntoBackupTest {
    @TempDir
    Path temporary;

    private VaultFixture fixture;
    private Path file;

    @BeforeEach
    void backUp() {
        fixture = new VaultFixture(temporary);
        file = temporary.resolve("backup.tar");
        try (var vault = fixture.create()) {
            FirstRun.createMyFiles(vault.client());
            vault.client().call(new Backup.Request(file.toString()));
        }
    }

    private OpenVault look() {
        return fixture.vaults().lookInto(file, VaultFixture.as("owner", VaultFixture.PASSPHRASE));
    }

    private static List<Content> keys(OpenVault vault) {
        return vault.client().call(new QueryContents.Request("look")).keys();
    }

    private List<Path> left() throws IOException {
        try (var all = Files.walk(fixture.state)) {
            return all.filter(path -> path.toString().contains("looking-")).toList();
        }
    }

    @Test
    void saysWhatItIsBeforeAnyPassphrase() {
        var info = fixture.vaults().backupInfo(file);

        assertThat(info.account()).isEqualTo("111122223333");
        assertThat(info.made()).isEqualTo(VaultFixture.NOW);
        assertThat(info.users()).containsExactly("owner");
        assertThat(info.keys()).isEqualTo(1);
        assertThat(info.rows()).isPositive();
        assertThat(info.vaultId()).isEqualTo(fixture.vaults().info(fixture.folder).vaultId());
    }

    @Test
    void showsWhatTheVaultHeldThen() {
        try (var now = fixture.unlock()) {
            now.client().call(new DisableKey.Request(keys(now).getFirst().keyId()));
        }
        try (var then = look(); var now = fixture.unlock()) {
            assertThat(keys(then)).singleElement().satisfies(key -> {
                assertThat(key.aliases()).containsExactly(FirstRun.MY_FILES);
                assertThat(key.version()).isNotEqualTo(keys(now).getFirst().version());
                assertThat(key.changedBy()).isLessThan(keys(now).getFirst().changedBy());
            });
        }
    }

    @Test
    void anUnchangedKeyHasTheSameVersionInBoth() {
        try (var then = look(); var now = fixture.unlock()) {
            assertThat(keys(then)).isEqualTo(keys(now));
        }
    }

    @Test
    void leavesNothingBehind() throws IOException {
        try (var then = look()) {
            assertThat(left()).isNotEmpty();
            assertThat(then.isLocked()).isFalse();
        }
        assertThat(left()).isEmpty();
        assertThat(fixture.unlock().failedUnlocks()).isZero();
    }

    @Test
    void leavesNothingBehindAfterAWrongPassphrase() throws IOException {
        var refused = catchThrowableOfType(VaultException.class, () -> fixture.vaults().lookInto(file, VaultFixture.as("owner", "wrong")));

        assertThat(refused.kind()).isEqualTo(VaultException.Kind.WRONG_PASSPHRASE);
        assertThat(left()).isEmpty();
    }

    @Test
    void findsDamageBeforeAnythingIsRestored() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3000] ^= 1;
        Files.write(file, bytes);

        var refused = catchThrowableOfType(VaultException.class, this::look);

        assertThat(refused.kind()).isEqualTo(VaultException.Kind.DAMAGED);
        assertThat(left()).isEmpty();
    }
}
