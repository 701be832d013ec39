package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.files.FileException.Kind;
import app.keyhold.message.HeaderReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A source that somebody writes to while it is being encrypted. Two plaintexts under one frame number and key would
/// give both away, so an attempt that went wrong is dropped and the next one starts under a fresh data key.
class ChangingSourceTest {
    private static final int SIZE = 4 * Encryption.FRAME_LENGTH;

    @TempDir
    private Path folder;

    private final SmallDoor door = new SmallDoor();
    private final FileService files = new FileService(door.client());
    private final List<String> messageIds = new ArrayList<>();
    private Path source;

    @BeforeEach
    void write() throws IOException {
        source = Files.write(folder.resolve("log"), new byte[SIZE]);
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));
    }

    @Test
    void startsAgainUnderAnotherMessageIdAndDataKey() throws Exception {
        assertThatThrownBy(() -> encrypt(this::append)).isInstanceOf(FileException.class);
        encrypt(() -> {});

        assertThat(messageIds).hasSize(2).doesNotHaveDuplicates();
        assertThat(door.dataKeys).hasSize(2).doesNotHaveDuplicates();
        assertThat(files.inspect(folder.resolve("log.khd")).messageId()).isEqualTo(messageIds.getLast());
    }

    @Test
    void leavesNothingOfTheAttemptThatFailed() {
        assertThatThrownBy(() -> encrypt(this::append)).isInstanceOf(FileException.class);

        assertThat(folder.toFile().list()).containsExactly("log");
    }

    @Test
    void failsWhenTheSourceGrows() {
        changed(this::append);
    }

    @Test
    void failsWhenTheSourceShrinks() {
        changed(() -> {
            try (var channel = Files.newByteChannel(source, StandardOpenOption.WRITE)) {
                channel.truncate(10);
            }
        });
    }

    @Test
    void failsWhenTheSourceIsWrittenToInPlace() {
        changed(() -> {
            try (var channel = Files.newByteChannel(source, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[] {1}));
            }
        });
    }

    @Test
    void failsWhenAnotherFileTakesTheSourcesName() {
        changed(() -> {
            Path other = Files.write(folder.resolve("other"), new byte[SIZE]);
            Files.setLastModifiedTime(other, FileTime.from(Instant.EPOCH));
            Files.move(other, source, StandardCopyOption.ATOMIC_MOVE);
        });
    }

    @Test
    void failsWhenTheSourceVanishes() {
        changed(() -> Files.delete(source));
    }

    private interface Change {
        void run() throws IOException;
    }

    private void append() throws IOException {
        Files.write(source, new byte[] {1}, StandardOpenOption.APPEND);
    }

    private void changed(Change change) {
        assertThatThrownBy(() -> encrypt(change))
                .isInstanceOfSatisfying(
                        FileException.class, refused -> assertThat(refused.kind()).isEqualTo(Kind.SOURCE_CHANGED));
        assertThat(folder.resolve("log.khd")).doesNotExist();
    }

    /// Makes the change once the first frames are written, and notes the attempt's message id.
    private void encrypt(Change change) {
        var once = new AtomicBoolean();
        files.encrypt(EncryptOrder.of(source, Sealing.under(SmallDoor.ARN)).synced(false), new Progress() {
            @Override
            public void at(Phase phase, long done, long total) {
                if (phase == Phase.ENCRYPTING && done > 0 && once.compareAndSet(false, true)) {
                    try {
                        messageIds.add(messageId(folder.resolve("log.khd.part")));
                        change.run();
                    } catch (IOException failure) {
                        throw new IllegalStateException(failure);
                    }
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
    }

    private static String messageId(Path part) throws IOException {
        try (var in = Files.newInputStream(part)) {
            return HeaderReader.read(in).header().messageId().hex();
        }
    }
}
