package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.vault.VaultException.Kind;
import app.keyhold.vault.operation.Backup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    Path temporary;

    private VaultFixture fixture;
    private Path file;
    private Path restored;
    private Blob ciphertext = Blob.of(new byte[0]);

    @BeforeEach
    void backUpAVaultWithSomethingInIt() {
        fixture = new VaultFixture(temporary);
        file = temporary.resolve("backup.tar");
        restored = temporary.resolve("restored.keyhold");
        try (var vault = fixture.create()) {
            FirstRun.createMyFiles(vault.client());
            ciphertext = vault.client()
                    .call(Encrypt.Request.of(FirstRun.MY_FILES, VaultFixture.secret("plain"), Map.of()))
                    .ciphertextBlob();
            var made = vault.client().call(new Backup.Request(file.toString()));
            assertThat(made.keys()).isEqualTo(1);
        }
    }

    @Test
    void aRestoredVaultHoldsWhatWasBackedUp() {
        try (var vault = restore(VaultFixture.PASSPHRASE)) {
            var plain = vault.client().call(Decrypt.Request.of(ciphertext, Map.of())).plaintext();
            assertThat(VaultFixture.text(plain)).isEqualTo("plain");
        }
        fixture.vaults().unlock(restored, VaultFixture.as("owner", VaultFixture.PASSPHRASE)).close();
    }

    @Test
    void aRestoredVaultIsAnotherIncarnationOfTheSameVault() {
        restore(VaultFixture.PASSPHRASE).close();

        var one = VaultLayout.of(fixture.folder).header().read().header();
        var other = VaultLayout.of(restored).header().read().header();
        assertThat(other.vaultId()).isEqualTo(one.vaultId());
        assertThat(other.incarnation()).isNotEqualTo(one.incarnation());
    }

    @Test
    void theOriginalStillOpensBesideItsRestoredTwin() {
        restore(VaultFixture.PASSPHRASE).close();

        fixture.unlock().close();
    }

    @Test
    void aRestoreNeverOverwrites() {
        refused(Kind.EXISTS, () -> fixture.vaults()
                .restore(file, fixture.folder, VaultFixture.as("owner", VaultFixture.PASSPHRASE)));
    }

    @Test
    void aBackupNeverOverwrites() {
        try (var vault = fixture.unlock()) {
            refused(Kind.EXISTS, () -> vault.client().call(new Backup.Request(file.toString())));
        }
    }

    @Test
    void aWrongPassphraseRestoresNothing() {
        refused(Kind.WRONG_PASSPHRASE, () -> restore("wrong"));
        assertThat(temporary.toFile().list()).doesNotContain("restored.keyhold").noneMatch(name -> name.startsWith("."));
    }

    @Test
    void damageAnywhereInTheFileIsFoundBeforeAnythingIsRestored() throws IOException {
        var intact = Files.readAllBytes(file);
        for (int position = 0; position < intact.length; position += intact.length / 40) {
            var damaged = intact.clone();
            damaged[position] ^= 0x10;
            Files.write(file, damaged);
            assertThatExceptionOfType(VaultException.class)
                    .as("byte %d", position)
                    .isThrownBy(() -> restore(VaultFixture.PASSPHRASE));
            assertThat(restored).doesNotExist();
        }
    }

    @Test
    void aBackupCutShortIsDamage() throws IOException {
        var intact = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(intact, intact.length - 512));

        refused(Kind.DAMAGED, () -> restore(VaultFixture.PASSPHRASE));
    }

    @Test
    void whatDoesNotExistIsNotFound() throws IOException {
        Files.delete(file);

        refused(Kind.NOT_FOUND, () -> restore(VaultFixture.PASSPHRASE));
    }

    @Test
    void aBackupIsItsOwnersAloneAndLeavesNothingBehind() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(fixture.folder.resolve("backups")).isEmptyDirectory();
        assertThat(temporary.resolve("backup.tar.part")).doesNotExist();
    }

    @Test
    void systemTarReadsIt() throws IOException, InterruptedException {
        var listing = new ProcessBuilder("tar", "-tf", file.toString()).redirectErrorStream(true).start();
        var names = new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(listing.waitFor()).isZero();
        assertThat(names.lines()).containsExactly("manifest.json", "vault.json", "regions/us-east-1.db");
    }

    private OpenVault restore(String passphrase) {
        return fixture.vaults().restore(file, restored, VaultFixture.as("owner", passphrase));
    }

    private static void refused(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(call)
                .extracting(VaultException::kind)
                .isEqualTo(kind);
    }
}
