package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class FileSystemSyncTest {
    private static final int SOME = 200;

    @TempDir
    private Path folder;

    @BeforeEach
    void requireItsFileSystem() throws IOException {
        KernelView.requireExt4(folder);
    }

    @Test
    void bringsWhatWasWrittenToTheDisk() throws Exception {
        Path file = folder.resolve("letter.khd.part");
        try (var crowd = new Crowd();
                var share = FileSystemSync.join(folder);
                var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(100_000), 0);
            assertThat(KernelView.isInMemoryOnly(file)).isTrue();

            assumeTrue(share.force(), "others have written too much of late");

            assertThat(KernelView.isInMemoryOnly(file)).isFalse();
            assertThat(crowd.isEmpty()).isFalse();
        }
    }

    @Test
    void leavesAFileThatIsAloneToItself() throws Exception {
        try (var share = FileSystemSync.join(folder)) {
            assertThat(share.force()).isFalse();
        }
    }

    @Test
    void onOtherFileSystemsLeavesEachToItself() throws Exception {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory), "no tmpfs here");
        try (var crowd = new Crowd();
                var share = FileSystemSync.join(memory)) {
            assertThat(share.force()).isFalse();
            assertThat(crowd.isEmpty()).isFalse();
        }
    }

    @Test
    void aFolderThatIsGoneLeavesEachToItself() throws Exception {
        try (var crowd = new Crowd();
                var share = FileSystemSync.join(folder.resolve("gone"))) {
            assertThat(share.force()).isFalse();
            assertThat(crowd.isEmpty()).isFalse();
        }
    }

    @Test
    void keepsNothingOpenAfterTheLastFile() throws Exception {
        long before = descriptors();
        try (var crowd = new Crowd()) {
            assertThat(descriptors()).isGreaterThan(before);
            assertThat(crowd.isEmpty()).isFalse();
        }
        assertThat(descriptors()).isEqualTo(before);
    }

    @Test
    void aShareGivenBackTwiceCountsOnce() throws Exception {
        var one = FileSystemSync.join(folder);
        one.close();
        one.close();

        try (var alone = FileSystemSync.join(folder)) {
            assertThat(alone.force()).isFalse();
        }
    }

    /// How many descriptors stand for this test's folder.
    private long descriptors() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.filter(descriptor -> {
                        try {
                            return Files.isSameFile(descriptor, folder);
                        } catch (IOException gone) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    /// Others that are being written there.
    private final class Crowd implements AutoCloseable {
        private final List<FileSystemSync.Share> shares =
                Stream.generate(() -> FileSystemSync.join(folder)).limit(SOME).toList();

        boolean isEmpty() {
            return shares.isEmpty();
        }

        @Override
        public void close() {
            shares.forEach(FileSystemSync.Share::close);
        }
    }
}
