package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.ListKeys;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.vault.operation.Backup;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.CheckVault.Finding;
import app.keyhold.vault.operation.CheckVault.Severity;
import app.keyhold.vault.operation.CreateRecoverySheet;
import app.keyhold.vault.operation.MeasureUnlock;
import app.keyhold.vault.operation.RecalibrateUnlock;
import app.keyhold.vault.operation.TestRecoverySheet;
import app.keyhold.vault.operation.RepairPermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class CheckVaultTest {
    @TempDir
    Path temporary;

    private VaultFixture fixture;

    @BeforeEach
    void makeAWellKeptVault() {
        fixture = new VaultFixture(temporary);
        try (var vault = fixture.create()) {
            FirstRun.createMyFiles(vault.client());
            try (var sheet = vault.client().call(new CreateRecoverySheet.Request("owner")).sheet()) {
                vault.client().call(new TestRecoverySheet.Request("owner", sheet.words()));
            }
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
    void aSheetThatNobodyTestedIsToldOf() {
        try (var vault = fixture.unlock()) {
            vault.client().call(new CreateRecoverySheet.Request("owner")).sheet().close();
        }

        assertThat(check()).singleElement().satisfies(found -> {
            assertThat(found.about()).isEqualTo("recovery sheet of owner");
            assertThat(found.remedy()).isEqualTo(CheckVault.Remedy.TEST_RECOVERY_SHEET);
        });
    }

    @Test
    void filesOpenToOthersAreNamed() throws IOException {
        var header = fixture.folder.resolve("vault.json");
        Files.setPosixFilePermissions(header, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(check()).singleElement().satisfies(finding -> assertThat(finding.about())
                .isEqualTo(header.toString()));
    }

    @Test
    void filesOpenToOthersAreTakenAwayFromThem() throws IOException {
        var header = fixture.folder.resolve("vault.json");
        Files.setPosixFilePermissions(header, PosixFilePermissions.fromString("rw-r--r--"));
        try (var vault = fixture.unlock()) {
            assertThat(vault.client().call(new RepairPermissions.Request()).files()).containsExactly(header.toString());
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(header))).isEqualTo("rw-------");
        assertThat(check()).isEmpty();
    }

    @Test
    void everythingThatWasLookedAtIsNamed() {
        try (var vault = fixture.unlock()) {
            assertThat(vault.client().call(new CheckVault.Request()).checks())
                    .extracting(CheckVault.Check::kind)
                    .containsExactly(CheckVault.Kind.values());
        }
    }

    @Test
    void aKeyThatNobodyCanAdministerIsNamed() {
        try (var vault = fixture.unlock()) {
            String id = keyId(vault);
            vault.client()
                    .call(new PutKeyPolicy.Request(
                            Optional.of(true),
                            id,
                            """
                            {"Statement": {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:Encrypt", "Resource": "*"}}""",
                            Optional.empty()));
        }

        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.about()).startsWith("key ");
            assertThat(finding.what()).isEqualTo("Its policy lets nobody change it.");
        });
    }

    @Test
    void aGuessThatIsTooCheapIsMadeDearerUnderTheSamePassphrase() {
        try (var vault = fixture.unlock()) {
            assertThat(vault.client().call(new MeasureUnlock.Request()).slots())
                    .singleElement()
                    .satisfies(slot -> assertThat(slot.verdict()).isEqualTo(MeasureUnlock.Verdict.WEAK));
            vault.client()
                    .call(new RecalibrateUnlock.Request(
                            "owner", VaultFixture.secret(VaultFixture.PASSPHRASE), Optional.empty()));
            assertThat(vault.client().call(new MeasureUnlock.Request()).slots().getFirst().verdict())
                    .isNotEqualTo(MeasureUnlock.Verdict.WEAK);
        }

        assertThat(check()).isEmpty();
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
