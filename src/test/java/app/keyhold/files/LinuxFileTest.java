package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxFileTest {
    private static final int SIZE = 32 << 20;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void requireItsFileSystem() throws IOException {
        KernelView.requireExt4(folder);
        file = folder.resolve("large.khd.part");
    }

    @Test
    void hasBlocksSetAsideAndKeepsItsSize() throws Exception {
        try (var channel = open(file)) {
            LinuxFile.of(file).orElseThrow().allocate(SIZE);

            assertThat(channel.size()).isZero();
            assertThat(KernelView.bytesOnDisk(file)).isGreaterThanOrEqualTo(SIZE);
        }
    }

    @Test
    void isTheOneAmongAllThatAreOpen() throws Exception {
        Path other = folder.resolve("another");
        try (var first = open(other);
                var second = open(file);
                var third = open(folder.resolve("third"))) {
            LinuxFile.of(file).orElseThrow().allocate(SIZE);

            assertThat(KernelView.bytesOnDisk(other) + KernelView.bytesOnDisk(folder.resolve("third"))).isZero();
            assertThat(first.isOpen() && second.isOpen() && third.isOpen()).isTrue();
        }
    }

    @Test
    void isNotFoundWhereNobodyHasItOpen() throws Exception {
        Files.createFile(file);

        assertThat(LinuxFile.of(file)).isEmpty();
    }

    @Test
    void isWrittenAsBeforeWhereBlocksAreNotThere() throws Exception {
        try (var channel = open(file)) {
            LinuxFile.of(file).orElseThrow().allocate(Long.MAX_VALUE);

            assertThat(KernelView.bytesOnDisk(file)).isZero();
            assertThat(channel.write(ByteBuffer.allocate(100), 0)).isEqualTo(100);
        }
    }

    @Test
    void onOtherFileSystemsIsLeftToThem() throws Exception {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory), "no tmpfs here");
        Path there = Files.createTempFile(memory, "keyhold", ".part");
        try (var channel = FileChannel.open(there, StandardOpenOption.WRITE)) {
            assertThat(channel.isOpen()).isTrue();
            assertThat(LinuxFile.of(there)).isEmpty();
        } finally {
            Files.delete(there);
        }
    }

    @Test
    void beginsToReachTheDiskWithoutASync() throws Exception {
        try (var channel = open(file)) {
            LinuxFile linux = LinuxFile.of(file).orElseThrow();
            channel.write(ByteBuffer.allocate(SIZE), 0);
            assertThat(KernelView.isInMemoryOnly(file)).isTrue();

            linux.startWriting(0, SIZE);

            assertThat(KernelView.isInMemoryOnly(file)).isFalse();
        }
    }

    @Test
    void leavesMemoryWhenTheDiskHasIt() throws Exception {
        try (var channel = open(file)) {
            LinuxFile linux = LinuxFile.of(file).orElseThrow();
            channel.write(ByteBuffer.allocate(SIZE), 0);
            channel.force(false);
            assumeTrue(KernelView.bytesInMemory(file) == SIZE, "memory is short here");

            linux.giveBack(0, SIZE / 2);

            assertThat(KernelView.bytesInMemory(file)).isLessThanOrEqualTo(SIZE / 2);
        }
    }

    @Test
    void losesNothingThatTheDiskDoesNotHaveYet() throws Exception {
        byte[] content = new byte[SIZE];
        Arrays.fill(content, (byte) 7);
        try (var channel = open(file)) {
            LinuxFile linux = LinuxFile.of(file).orElseThrow();
            channel.write(ByteBuffer.wrap(content), 0);

            linux.giveBack(0, SIZE);
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(content);
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }
}
