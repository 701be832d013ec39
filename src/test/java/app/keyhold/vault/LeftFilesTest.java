package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.vault.operation.Backup;
import app.keyhold.vault.operation.ChangePassphrase;
import app.keyhold.vault.operation.CreateRecoverySheet;
import app.keyhold.vault.slot.SlotDoor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every byte on disk is either header JSON or ciphertext.
@BesideOthers
class LeftFilesTest {
    @TempDir
    Path temporary;

    private final List<Secret> secrets = new ArrayList<>();
    private VaultFixture fixture;

    private record Secret(String what, byte[] bytes) {
        static Secret of(String what, String text) {
            return new Secret(what, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @BeforeEach
    void liveThroughAVaultsDay() {
        fixture = new VaultFixture(temporary);
        secrets.add(Secret.of("a plain database", "SQLite format 3"));
        secrets.add(Secret.of("an alias", FirstRun.MY_FILES));
        secrets.add(Secret.of("an operation", "CreateAlias"));
        secrets.add(Secret.of("the passphrase", VaultFixture.PASSPHRASE));
        secrets.add(Secret.of("the next passphrase", "a new passphrase"));
        secrets.add(Secret.of("a plaintext", "the quick brown fox"));
        var snapshots = new Snapshots(fixture.folder, temporary.resolve("while open"));
        try (var vault = fixture.create()) {
            FirstRun.createMyFiles(vault.client());
            vault.client().call(Encrypt.Request.of(FirstRun.MY_FILES, VaultFixture.secret("the quick brown fox"), Map.of()));
            vault.client()
                    .call(new Backup.Request(fixture.folder.resolve("backups/b.tar").toString()));
            try (var sheet = vault.client().call(new CreateRecoverySheet.Request("owner")).sheet()) {
                secrets.add(new Secret("the sheet's words", sheet.words().exposed()));
            }
            vault.client()
                    .call(new ChangePassphrase.Request(
                            "owner",
                            VaultFixture.secret(VaultFixture.PASSPHRASE),
                            Optional.empty(),
                            VaultFixture.secret("a new passphrase"),
                            Optional.empty()));
            snapshots.accept("with its log");
        }
        secrets.add(new Secret("the root key", rootKey()));
    }

    @Test
    void noFileHoldsAnythingInTheClear() throws IOException {
        int looked = 0;
        try (var files = Files.walk(temporary)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var content = Files.readAllBytes(file);
                for (var secret : secrets) {
                    assertThat(contains(content, secret.bytes())).as("%s in %s", secret.what(), file).isFalse();
                }
                looked++;
            }
        }
        assertThat(looked).as("vault, log, backup, snapshot").isGreaterThan(8);
    }

    @Test
    void theSearchFindsWhatIsThere() {
        assertThat(contains("xxSQLite format 3xx".getBytes(StandardCharsets.UTF_8), secrets.getFirst().bytes()))
                .isTrue();
    }

    @Test
    void everyFileAndFolderIsItsOwnersAlone() throws IOException {
        try (var files = Files.walk(fixture.folder)) {
            for (var file : files.toList()) {
                assertThat(Files.getPosixFilePermissions(file))
                        .as(file.toString())
                        .allMatch(permission -> permission.name().startsWith("OWNER"));
            }
        }
    }

    @Test
    void noTemporaryFileStays() throws IOException {
        try (var files = Files.walk(fixture.folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".part") || name.endsWith(".next") || name.startsWith("."));
        }
    }

    private byte[] rootKey() {
        var header = VaultLayout.of(fixture.folder).header().read().header();
        try (SecretBytes root = new SlotDoor(header.vaultId(), header.slots())
                .open("owner", VaultFixture.secret("a new passphrase"), Optional.empty())
                .root()) {
            return root.exposed();
        }
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        var rest = ByteBuffer.wrap(content);
        var first = ByteBuffer.wrap(wanted);
        for (int start = 0; start + wanted.length <= content.length; start++) {
            if (content[start] == wanted[0] && rest.slice(start, wanted.length).equals(first)) {
                return true;
            }
        }
        return false;
    }
}
