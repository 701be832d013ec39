package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.operation.Importer;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.imported.DeleteImportedKeyMaterial;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.vault.VaultException.Kind;
import app.keyhold.vault.operation.Backup;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.ListUsers;
import app.keyhold.vault.operation.Rekey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class RekeyTest {
    @TempDir
    Path temporary;

    private VaultFixture fixture;
    private Blob ciphertext = Blob.of(new byte[0]);

    @BeforeEach
    void makeAVaultWithSomethingInIt() {
        fixture = new VaultFixture(temporary);
        try (var vault = fixture.create()) {
            FirstRun.createMyFiles(vault.client());
            ciphertext = vault.client()
                    .call(Encrypt.Request.of(FirstRun.MY_FILES, VaultFixture.secret("plain"), Map.of()))
                    .ciphertextBlob();
            vault.client()
                    .call(new CreateUser.Request(
                            "eva", VaultFixture.secret("eva's own"), Optional.empty(), "ADMINISTRATOR"));
        }
    }

    @Test
    void everythingStillOpensUnderTheNewRootKey() {
        rekey(fixture.vaults());

        try (var vault = fixture.unlock()) {
            assertDecrypts(vault);
        }
    }

    @Test
    void theDatabaseNoLongerOpensWithTheOldRootKey() throws IOException {
        var oldHeader = Files.copy(fixture.folder.resolve("vault.json"), temporary.resolve("old.json"));
        rekey(fixture.vaults());
        Files.copy(oldHeader, fixture.folder.resolve("vault.json"), StandardCopyOption.REPLACE_EXISTING);

        // The stolen passphrase still opens the stolen header, and that leads to nothing.
        refused(Kind.DAMAGED, () -> fixture.unlock("eva", "eva's own"));
    }

    @Test
    void otherUsersAreNamedShutOutAndCanBeAddedAgain() {
        try (var vault = fixture.unlock()) {
            var answer = vault.client().call(request());
            assertThat(answer.toAddAgain()).containsExactly("eva");
            answer.sheet().close();
        }
        refused(Kind.WRONG_PASSPHRASE, () -> fixture.unlock("eva", "eva's own"));

        try (var vault = fixture.unlock()) {
            vault.client()
                    .call(new CreateUser.Request("eva", VaultFixture.secret("eva again"), Optional.empty(), "NONE"));
            assertThat(vault.client().call(new ListUsers.Request()).users().get(1).policies())
                    .containsExactly("AdministratorAccess");
        }
        fixture.unlock("eva", "eva again").close();
    }

    @Test
    void namesTheCopiesItDoesNotReachWhereverTheyWereWritten() {
        String elsewhere = temporary.resolve("elsewhere.tar").toString();
        try (var vault = fixture.unlock()) {
            vault.client().call(new Backup.Request(elsewhere));
            var response = vault.client()
                    .call(new Rekey.Request("owner", VaultFixture.secret(VaultFixture.PASSPHRASE), Optional.empty()));
            response.sheet().close();

            assertThat(response.stillOpening()).containsExactly(elsewhere);
        }
    }

    @Test
    void importedMaterialIsKnownAgainUnderTheNewRootKey() {
        String key;
        Optional<String> before;
        try (var vault = fixture.unlock()) {
            key = vault.client()
                    .call(CreateKey.Request.symmetric("").withOrigin(KeyOrigin.EXTERNAL))
                    .keyMetadata()
                    .keyId();
            before = Importer.of(vault.client(), key).send(new byte[32]).keyMaterialId();
        }
        rekey(fixture.vaults());

        try (var vault = fixture.unlock()) {
            vault.client().call(DeleteImportedKeyMaterial.Request.of(key));
            assertThat(Importer.of(vault.client(), key).send(new byte[32]).keyMaterialId()).isEqualTo(before);
        }
    }

    @Test
    void theNewSheetOpensTheVault() {
        String words;
        try (var vault = fixture.unlock();
                var sheet = vault.client().call(request()).sheet()) {
            words = sheet.words().use(bytes -> new String(bytes, StandardCharsets.US_ASCII));
        }

        fixture.unlock("owner", words).close();
    }

    /// A kill between any two steps: the owner's next unlock finishes the move, and eva stays out from the moment the
    /// header says so.
    @Test
    void aKillAtAnyStepIsFinishedByTheNextUnlock() {
        var snapshots = new Snapshots(fixture.folder, temporary.resolve("kills"));
        rekey(fixture.vaults(snapshots));

        assertThat(snapshots.folders()).hasSizeGreaterThan(8);
        for (var killed : snapshots.folders()) {
            try (var vault = fixture.unlockKilled(killed, "owner", VaultFixture.PASSPHRASE)) {
                assertDecrypts(vault);
            }
            try (var vault = fixture.unlockKilled(killed, "owner", VaultFixture.PASSPHRASE)) {
                assertDecrypts(vault);
            }
        }
        for (var killed : snapshots.folders().subList(4, snapshots.folders().size())) {
            refused(Kind.WRONG_PASSPHRASE, () -> fixture.unlockKilled(killed, "eva", "eva's own"));
        }
    }

    @Test
    void aMoveThatHasBegunIsFinishedOnlyByWhoBeganIt() {
        var snapshots = new Snapshots(fixture.folder, temporary.resolve("kills"));
        rekey(fixture.vaults(snapshots));
        var begun = snapshots.folders().stream()
                .filter(folder -> folder.toString().endsWith("database rekeyed"))
                .findFirst()
                .orElseThrow();

        refused(Kind.REFUSED_FOR_SAFETY, () -> fixture.unlockKilled(begun, "eva", "eva's own"));
    }

    @Test
    void anotherProgramInTheVaultHoldsTheMoveUpUntilItLocks() {
        var other = fixture.unlock();
        var vault = fixture.unlock();
        vault.client().call(request()).sheet().close();

        refused(Kind.IN_USE, vault::lock);
        other.lock();

        fixture.unlock().close();
        assertThat(fixture.vaults().info(fixture.folder).slots())
                .extracting(VaultInfo.Slot::user)
                .containsOnly("owner");
    }

    @Test
    void theChainStillVerifiesAcrossTheChangeOfAuditKeys() {
        rekey(fixture.vaults());

        try (var vault = fixture.unlock()) {
            assertThat(vault.client().call(new CheckVault.Request()).findings())
                    .noneMatch(finding -> finding.severity() == CheckVault.Severity.DAMAGE);
        }
    }

    private void rekey(Vaults vaults) {
        try (var vault = vaults.unlock(fixture.folder, VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            vault.client().call(request()).sheet().close();
        }
    }

    private static Rekey.Request request() {
        return new Rekey.Request("owner", VaultFixture.secret(VaultFixture.PASSPHRASE), Optional.empty());
    }

    private void assertDecrypts(OpenVault vault) {
        var plain = vault.client().call(Decrypt.Request.of(ciphertext, Map.of())).plaintext();
        assertThat(VaultFixture.text(plain)).isEqualTo("plain");
    }

    private static void refused(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(call)
                .extracting(VaultException::kind)
                .isEqualTo(kind);
    }
}
