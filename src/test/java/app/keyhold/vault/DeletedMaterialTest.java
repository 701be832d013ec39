package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.kms.Client;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.schedule.DeleteKey;
import app.keyhold.vault.operation.Backup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeletedMaterialTest {
    @TempDir
    Path temporary;

    private Instant now = VaultFixture.NOW;
    private final List<Client> schedule = new ArrayList<>();

    @Test
    void theDeletionNamesTheBackupsThatStillHoldItAlsoOnADiskThatIsAway() throws IOException {
        var fixture = new VaultFixture(temporary);
        var attendant = new Attendant() {
            @Override
            public void unlocked(OpenVault vault, Client service) {
                schedule.add(service);
            }
        };
        try (var vault = new Vaults(() -> now, fixture.state, attendant).create(fixture.wanted())) {
            String keyId = vault.client().call(CreateKey.Request.symmetric("")).keyMetadata().keyId();
            String backup = fixture.folder.resolve("backups/monday.tar").toString();
            vault.client().call(new Backup.Request(backup));
            String elsewhere = temporary.resolve("stick/tuesday.tar").toString();
            Files.createDirectories(temporary.resolve("stick"));
            vault.client().call(new Backup.Request(elsewhere));
            Files.delete(Path.of(elsewhere));
            vault.client().call(ScheduleKeyDeletion.Request.of(keyId, 7));
            now = now.plus(Duration.ofDays(8));

            var deleted = schedule.getFirst().call(new DeleteKey.Request(keyId));

            assertThat(deleted.stillHolding()).containsExactly(elsewhere, backup);
        }
    }
}
