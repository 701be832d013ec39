package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where Linux has a file's bytes, as its own tools tell.
final class KernelView {
    private static final Path FILEFRAG = Path.of("/usr/sbin/filefrag");
    private static final Path FINCORE = Path.of("/usr/bin/fincore");

    private KernelView() {}

    /// The file system that the product tells more than Java does.
    static void requireExt4(Path folder) throws IOException {
        assumeTrue(Files.getFileStore(folder).type().equals("ext4"), "no ext4 here");
    }

    /// Whether some of it has no place on the disk yet.
    static boolean isInMemoryOnly(Path file) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(FILEFRAG), "no e2fsprogs here");
        return said(FILEFRAG.toString(), "-v", file.toString()).contains("delalloc");
    }

    static long bytesInMemory(Path file) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(FINCORE), "no fincore here");
        return Long.parseLong(
                said(FINCORE.toString(), "--noheadings", "--raw", "--bytes", "--output", "RES", file.toString())
                        .strip());
    }

    static long bytesOnDisk(Path file) throws IOException, InterruptedException {
        return Long.parseLong(said("stat", "-c", "%b", file.toString()).strip()) * 512;
    }

    private static String said(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
