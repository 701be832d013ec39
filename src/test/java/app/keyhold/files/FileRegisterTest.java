package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.iam.Principal;
import app.keyhold.kms.SmallVault;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.file.KnownPath;
import app.keyhold.kms.file.RememberedPaths;
import app.keyhold.kms.operation.file.RecordFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the vault comes to know of the files it encrypts, and when.
class FileRegisterTest {
    @TempDir
    private Path folder;

    private final SmallVault vault = new SmallVault();
    private final String key = vault.addKey().arn().toString();
    private final FileService files = new FileService(vault.through(Principal.Service.FILES, SmallVault.OWNER));

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void tellsOfManyFilesInOneEventAtTheEndOfTheJob() throws Exception {
        for (int i = 0; i < 5; i++) {
            encrypt("letter-" + i);
        }
        int before = vault.rows().size();
        assertThat(known()).isEmpty();

        assertThat(files.remember()).isEmpty();

        assertThat(vault.rows()).hasSize(before + 1);
        assertThat(known()).hasSize(5).allSatisfy(file -> {
            assertThat(file.size()).isEqualTo("letter-1".length());
            assertThat(file.path()).isEmpty();
        });
        assertThat(files.remember()).isEmpty();
        assertThat(vault.rows()).hasSize(before + 1);
    }

    @Test
    void doesNotWaitForMoreThanOneEventHolds() throws Exception {
        for (int i = 0; i < RecordFiles.MOST; i++) {
            encrypt("letter-" + i);
        }
        assertThat(known()).hasSize(RecordFiles.MOST);
    }

    @Test
    void remembersThePathIfThatIsWanted() throws Exception {
        vault.write(work -> RememberedPaths.change(work, true));
        encrypt("letter");
        files.encrypt(
                EncryptOrder.of(write("diary"), Sealing.under(key)).rememberingPath(Optional.of(false)), Progress.none());
        files.remember();

        assertThat(known()).extracting(file -> file.path().map(KnownPath::text))
                .containsExactlyInAnyOrder(
                        Optional.of(folder.resolve("letter.khd").toString()), Optional.empty());
    }

    @Test
    void knowsTheMessageByItsHeader() throws Exception {
        encrypt("letter");
        files.remember();

        assertThat(known()).extracting(KnownFile::messageId)
                .containsExactly(files.inspect(folder.resolve("letter.khd")).messageId());
    }

    @Test
    void forgetsTheMessageThatIsReplaced() throws Exception {
        Path letter = encrypt("letter");
        files.remember();
        files.encrypt(EncryptOrder.of(letter, Sealing.under(key)).onCollision(Collision.REPLACE), Progress.none());

        assertThat(known()).extracting(KnownFile::messageId)
                .containsExactly(files.inspect(folder.resolve("letter.khd")).messageId());
    }

    @Test
    void knowsStreamsToo() {
        files.encrypt(
                new ByteArrayInputStream(new byte[300]), new ByteArrayOutputStream(), Sealing.under(key), Progress.none());
        files.remember();

        assertThat(known()).extracting(KnownFile::size).containsExactly(300L);
    }

    @Test
    void saysWhatTheVaultDidNotTakeUp() throws Exception {
        var eva = vault.addUser("eva", """
                {"Statement": [{"Effect": "Allow", "Action": "kms:*", "Resource": "*"},
                               {"Effect": "Deny", "Action": "keyhold:RecordFiles", "Resource": "*"}]}""");
        var hers = new FileService(vault.through(Principal.Service.FILES, eva));
        hers.encrypt(EncryptOrder.of(write("letter"), Sealing.under(key)), Progress.none());

        assertThat(hers.remember()).hasValueSatisfying(sentence -> assertThat(sentence)
                .startsWith("One file is encrypted, but the vault does not remember it: AccessDeniedException"));
        assertThat(hers.remember()).isEmpty();
        assertThat(folder.resolve("letter.khd")).exists();
    }

    @Test
    void saysNothingOfAFileThatFailed() throws Exception {
        Path letter = write("letter");
        Files.writeString(folder.resolve("letter.khd"), "there");
        try {
            files.encrypt(EncryptOrder.of(letter, Sealing.under(key)).onCollision(Collision.FAIL), Progress.none());
        } catch (FileException exists) {
            // as it should
        }
        files.remember();

        assertThat(known()).isEmpty();
    }

    @Test
    @Timeout(30)
    void isToldAtTheEndOfABatch() throws Exception {
        List<Path> sources = List.of(write("a"), write("b"), write("c"));
        try (var queue = new JobQueue(files)) {
            queue.submit(new BatchOrder.Encrypt(
                    sources, Destination.beside(), Sealing.under(key), Collision.KEEP_BOTH, false, false));
            while (known().size() < sources.size()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        assertThat(known()).hasSize(3);
    }

    @Test
    @Timeout(30)
    void aBatchOfFoldersIsReencrypted() throws Exception {
        encrypt("a");
        encrypt("b");
        files.remember();
        String before = files.inspect(folder.resolve("a.khd")).messageId();
        try (var queue = new JobQueue(files)) {
            var batch = queue.submit(
                    new BatchOrder.Reencrypt(List.of(folder), List.of(), false, Optional.of(true), false));
            while (batch.view().state() == BatchView.State.SCANNING || batch.view().over() < batch.view().found()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(batch.view().state()).isEqualTo(BatchView.State.DONE);
            assertThat(batch.jobs()).extracting(job -> job.view().name())
                    .containsExactlyInAnyOrder(folder.getFileName() + "/a.khd", folder.getFileName() + "/b.khd");
        }
        assertThat(files.inspect(folder.resolve("a.khd")).messageId()).isNotEqualTo(before);
        assertThat(known()).extracting(file -> file.path().orElseThrow().text())
                .containsExactlyInAnyOrder(
                        folder.resolve("a.khd").toString(), folder.resolve("b.khd").toString());
    }

    private Path encrypt(String name) throws IOException {
        Path source = write(name);
        files.encrypt(EncryptOrder.of(source, Sealing.under(key)).synced(false), Progress.none());
        return source;
    }

    private Path write(String name) throws IOException {
        return Files.writeString(folder.resolve(name), name);
    }

    private List<KnownFile> known() {
        var view = vault.region.view();
        return view.files().groups().stream()
                .flatMap(group -> view.files().under(group.keyId(), group.materialId(), 0, 1_000).stream())
                .toList();
    }
}
