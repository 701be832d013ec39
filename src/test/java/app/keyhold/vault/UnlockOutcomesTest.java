package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.operation.key.ListKeys;
import app.keyhold.vault.VaultException.Kind;
import app.keyhold.vault.operation.ChangePassphrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class UnlockOutcomesTest {
    @TempDir
    Path temporary;

    private VaultFixture fixture;
    private Path header;
    private Path database;

    @BeforeEach
    void makeAVault() {
        fixture = new VaultFixture(temporary);
        fixture.create().close();
        header = fixture.folder.resolve("vault.json");
        database = fixture.folder.resolve("regions/us-east-1.db");
    }

    @Test
    void aWrongPassphraseIsJustThat() {
        refused(Kind.WRONG_PASSPHRASE, () -> fixture.unlock("owner", "correct horse battery stable"));
    }

    @Test
    void aUserWhoIsNotThereIsToldSo() {
        refused(Kind.WRONG_PASSPHRASE, () -> fixture.unlock("eva", VaultFixture.PASSPHRASE));
    }

    @Test
    void wrongPassphrasesAreCountedAndShownOnce() {
        refused(Kind.WRONG_PASSPHRASE, () -> fixture.unlock("owner", "no"));
        refused(Kind.WRONG_PASSPHRASE, () -> fixture.unlock("owner", "nope"));

        try (var vault = fixture.unlock()) {
            assertThat(vault.failedUnlocks()).isEqualTo(2);
        }
        try (var vault = fixture.unlock()) {
            assertThat(vault.failedUnlocks()).isZero();
        }
    }

    @Test
    void aDamagedHeaderIsDamageEvenWithAWrongPassphrase() throws IOException {
        flip(header, Files.size(header) / 2);

        refused(Kind.DAMAGED, () -> fixture.unlock("owner", "no"));
    }

    @Test
    void aDamagedDatabaseIsDamage() throws IOException {
        flip(database, 5000);

        refused(Kind.DAMAGED, fixture::unlock);
    }

    @Test
    void aMissingDatabaseIsDamage() throws IOException {
        Files.delete(database);

        refused(Kind.DAMAGED, fixture::unlock);
    }

    @Test
    void aNewerFormatAsksForANewerKeyhold() throws IOException {
        replace("\"version\":1", "\"version\":2");

        refused(Kind.NEEDS_NEWER_KEYHOLD, fixture::unlock);
    }

    @Test
    void noVaultIsNotFound() {
        refused(Kind.NOT_FOUND, () -> fixture.vaults().unlock(temporary, VaultFixture.as("owner", "x")));
    }

    @Test
    void anOlderHeaderPutBackIsRolledBackAndOpensOnlyOnRequest() throws IOException {
        var old = Files.copy(header, temporary.resolve("old.json"));
        changePassphrase("a new passphrase");
        Files.copy(old, header, StandardCopyOption.REPLACE_EXISTING);

        refused(Kind.REFUSED_FOR_SAFETY, fixture::unlock);
        // The database knows it also where this computer remembers nothing.
        refused(
                Kind.REFUSED_FOR_SAFETY,
                () -> fixture.unlockKilled(fixture.folder, "owner", VaultFixture.PASSPHRASE));

        try (var vault = fixture.vaults().unlock(fixture.folder, acceptingOlder())) {
            assertThat(vault.isLocked()).isFalse();
        }
        fixture.unlock().close();
    }

    @Test
    void anOlderDatabasePutBackIsRefused() throws IOException {
        var old = Files.copy(database, temporary.resolve("old.db"));
        changePassphrase("a new passphrase");
        Files.copy(old, database, StandardCopyOption.REPLACE_EXISTING);

        refused(Kind.REFUSED_FOR_SAFETY, () -> fixture.unlock("owner", "a new passphrase"));
    }

    @Test
    void aWholeFolderPutBackIsOlderThanWhatThisComputerRemembers() throws IOException {
        var old = temporary.resolve("old.keyhold");
        Snapshots.copy(fixture.folder, old);
        try (var vault = fixture.unlock()) {
            vault.client().call(ListKeys.Request.firstPage());
        }
        var before = Blob.of(Files.readAllBytes(old.resolve("regions/us-east-1.db")));

        refused(Kind.REFUSED_FOR_SAFETY, () -> fixture.vaults().unlock(old, VaultFixture.as("owner", VaultFixture.PASSPHRASE)));

        assertThat(Blob.of(Files.readAllBytes(old.resolve("regions/us-east-1.db")))).isEqualTo(before);
        fixture.vaults().unlock(old, acceptingOlder()).close();
    }

    @Test
    void aFolderOthersMayWriteToIsRefused() throws IOException {
        Files.setPosixFilePermissions(fixture.folder, PosixFilePermissions.fromString("rwxrwx---"));

        refused(Kind.REFUSED_FOR_SAFETY, fixture::unlock);
    }

    @Test
    void aVaultInASynchronisedFolderIsRefusedUnlessAllowed() {
        var synced = temporary.resolve("Dropbox/test.keyhold");
        Snapshots.copy(fixture.folder, synced);

        refused(Kind.REFUSED_FOR_SAFETY, () -> fixture.vaults()
                .unlock(synced, VaultFixture.as("owner", VaultFixture.PASSPHRASE)));
    }

    @Test
    void inASynchronisedFolderTheFirstOpenerHasTheVaultForItself() {
        var synced = temporary.resolve("Dropbox/test.keyhold");
        Snapshots.copy(fixture.folder, synced);

        try (var first = fixture.vaults().unlock(synced, allowingSync())) {
            assertThat(first.isLocked()).isFalse();
            refused(Kind.IN_USE, () -> fixture.vaults().unlock(synced, allowingSync()));
        }
    }

    @Test
    void aCancelledUnlockLeavesNothingOpen() {
        var how = new Unlocking(
                "owner", VaultFixture.secret(VaultFixture.PASSPHRASE), Optional.empty(), "cli", false, false, () -> true);

        refused(Kind.CANCELLED, () -> fixture.vaults().unlock(fixture.folder, how));
        fixture.unlock().close();
    }

    @Test
    void creatingOverAVaultLeavesItAlone() {
        refused(Kind.EXISTS, fixture::create);
        fixture.unlock().close();
    }

    @Test
    void infoNeedsNoPassphrase() {
        var info = fixture.vaults().info(fixture.folder);

        assertThat(info.account()).isEqualTo("111122223333");
        assertThat(info.slots()).singleElement().satisfies(slot -> assertThat(slot.kdf())
                .isEqualTo("Argon2id, 8 MiB, 1 pass"));
    }

    private void changePassphrase(String now) {
        try (var vault = fixture.unlock()) {
            vault.client()
                    .call(new ChangePassphrase.Request(
                            "owner",
                            VaultFixture.secret(VaultFixture.PASSPHRASE),
                            Optional.empty(),
                            VaultFixture.secret(now),
                            Optional.empty()));
        }
    }

    private static Unlocking acceptingOlder() {
        return new Unlocking(
                "owner", VaultFixture.secret(VaultFixture.PASSPHRASE), Optional.empty(), "cli", false, true, () -> false);
    }

    private static Unlocking allowingSync() {
        return new Unlocking(
                "owner", VaultFixture.secret(VaultFixture.PASSPHRASE), Optional.empty(), "cli", true, false, () -> false);
    }

    private static void refused(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(call)
                .extracting(VaultException::kind)
                .isEqualTo(kind);
    }

    private void replace(String found, String replaced) throws IOException {
        var text = Files.readString(header, StandardCharsets.UTF_8);
        assertThat(text).contains(found);
        Files.writeString(header, text.replace(found, replaced));
    }

    private static void flip(Path file, long position) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[(int) position] ^= 1;
        Files.write(file, bytes);
    }
}
