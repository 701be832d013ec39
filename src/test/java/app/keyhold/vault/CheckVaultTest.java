package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.ListKeys;
import app.keyhold.vault.operation.Backup;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.CheckVault.Finding;
import app.keyhold.vault.operation.CheckVault.Severity;
import app.keyhold.vault.operation.CreateRecoverySheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckVaultTest {
    @TempDir
    Path temporary;

    private VaultFixture fixture;

    @BeforeEach
    void makeAWellKeptVault() {
        fixture = new VaultFixture(temporary);
        try (var vault = fixture.create()) {
            FirstRun.createMyFiles(vault.client());
            vault.client().call(new CreateRecoverySheet.Request("owner")).sheet().close();
            vault.client().call(new Backup.Request(temporary.resolve("b.tar").toString()));
        }
    }

    @Test
    void aWellKeptVaultHasNoFindings() {
        assertThat(check()).isEmpty();
    }

    @Test
    void aVaultWithoutSheetAndBackupIsToldSo() {
        var bare = new VaultFixture(temporary.resolve("bare"));
        try (var vault = bare.create()) {
            assertThat(vault.client().call(new CheckVault.Request()).findings())
                    .extracting(Finding::about)
                    .containsExactly("recovery sheet", "backup");
        }
    }

    @Test
    void filesOpenToOthersAreNamed() throws IOException {
        var header = fixture.folder.resolve("vault.json");
        Files.setPosixFilePermissions(header, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(check()).singleElement().satisfies(finding -> assertThat(finding.about())
                .isEqualTo(header.toString()));
    }

    /// One page of the closed database replaced by its own older copy passes every check SQLite makes.
    @Test
    void aPagePutBackIsDamageThatNamesTheRow() throws IOException {
        var database = fixture.folder.resolve("regions/us-east-1.db");
        var old = Files.readAllBytes(database);
        try (var vault = fixture.unlock()) {
            vault.client().call(new DisableKey.Request(keyId(vault)));
        }
        var current = Files.readAllBytes(database);
        boolean found = false;
        for (int page = 4096; page < Math.min(old.length, current.length) && !found; page += 4096) {
            if (Arrays.equals(old, page, page + 4096, current, page, page + 4096)) {
                continue;
            }
            var spliced = current.clone();
            System.arraycopy(old, page, spliced, page, 4096);
            Files.write(database, spliced);
            found = namesADisabledKeyThatIsEnabledAgain();
        }
        assertThat(found).isTrue();
    }

    private boolean namesADisabledKeyThatIsEnabledAgain() {
        try {
            return check().stream()
                    .anyMatch(finding -> finding.severity() == Severity.DAMAGE && finding.about().startsWith("key "));
        } catch (VaultException refusedOutright) {
            return false;
        }
    }

    private static String keyId(OpenVault vault) {
        return vault.client()
                .call(ListKeys.Request.firstPage())
                .keys()
                .getFirst()
                .keyId();
    }

    private List<Finding> check() {
        try (var vault = fixture.unlock()) {
            return vault.client().call(new CheckVault.Request()).findings();
        }
    }
}
