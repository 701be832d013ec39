package app.keyhold.files.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.files.archive.ArchiveException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarReaderTest {
    private static final Instant TIME = Instant.parse("1969-12-31T23:59:58.000000001Z");

    @TempDir
    private Path folder;

    @Test
    void readsWhatIsWritten() throws Exception {
        var entries = List.of(
                TarEntry.folder(TarEntry.text("zürich"), 0755, Instant.ofEpochSecond(1)),
                TarEntry.file(TarEntry.text("n".repeat(400)), 3, 0640, TIME),
                TarEntry.symbolicLink(TarEntry.text("line\nbreak"), TarEntry.text("t".repeat(300)), TIME),
                TarEntry.hardLink(TarEntry.text("😀"), TarEntry.text("n".repeat(400)), 0640, TIME));
        var tar = new ByteArrayOutputStream();
        tar.writeBytes(new Marker(Marker.Form.ARCHIVE, 4, 3, Optional.of("my = name")).header());
        for (var entry : entries) {
            tar.writeBytes(TarHeader.of(entry));
            tar.writeBytes(Arrays.copyOf("abc".getBytes(StandardCharsets.UTF_8), (int) TarFormat.padded(entry.size())));
        }
        tar.writeBytes(new byte[TarFormat.END]);

        var reader = new TarReader(new ByteArrayInputStream(tar.toByteArray()));
        var read = new ArrayList<TarEntry>();
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            read.add(next.get());
        }

        assertThat(read).hasSize(4);
        assertThat(read.subList(1, 4)).isEqualTo(entries.subList(1, 4));
        assertThat(read.getFirst().shownName()).isEqualTo("zürich/");
        assertThat(reader.marker()).contains(new Marker(Marker.Form.ARCHIVE, 4, 3, Optional.of("my = name")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ustar", "pax", "gnu", "oldgnu", "v7"})
    @EnabledOnOs(OS.LINUX)
    void readsWhatGnuTarWrites(String format) throws Exception {
        boolean longNames = !format.equals("ustar") && !format.equals("v7");
        String name = longNames ? "long/" + "n".repeat(180) : "short/n";
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content");
        Files.createSymbolicLink(folder.resolve("in/link"), Path.of(name));
        run("tar", "--format", format, "--create", "--file", "a.tar", "-C", "in", ".");

        Path root = Files.createDirectory(folder.resolve("root"));
        try (var in = Files.newInputStream(folder.resolve("a.tar"))) {
            new Unpacking(root, new TarReader(in), Files.size(folder.resolve("a.tar")), false).run();
        }

        run("diff", "-r", "--no-dereference", "in", "root");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesSparseFilesOfGnuTar() throws Exception {
        try (var sparse = new RandomAccessFile(folder.resolve("sparse").toFile(), "rw")) {
            sparse.setLength(1 << 20);
        }
        run("tar", "--format", "pax", "--sparse", "--create", "--file", "a.tar", "sparse");

        try (var in = Files.newInputStream(folder.resolve("a.tar"))) {
            assertThat(new TarReader(in).next().orElseThrow().kind()).isEqualTo(TarEntry.Kind.OTHER);
        }
    }

    @Test
    void refusesWhatIsNoArchive() {
        refused(new byte[100]);
        refused("no archive".repeat(100).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesEveryTruncation() {
        byte[] whole = small();
        for (int length = 0; length < whole.length - TarFormat.BLOCK; length += 7) {
            refused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void refusesWhatFollowsTheEnd() {
        byte[] more = Arrays.copyOf(small(), small().length + 3);
        more[more.length - 1] = 1;

        refused(more);
    }

    @Test
    void refusesAHeaderLongerThanAnyWithoutReadingIt() {
        byte[] header = TarHeader.of(TarEntry.file(TarEntry.text("x"), 1L << 32, 0644, Instant.EPOCH));
        header[TarFormat.TYPE] = TarFormat.PAX;
        byte[] sum = "%06o\0 ".formatted(TarFormat.checksum(header)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(sum, 0, header, TarFormat.CHECKSUM, sum.length);

        assertThatThrownBy(() -> new TarReader(new ByteArrayInputStream(header)).next())
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("longer than any");
    }

    /// Whatever the bytes, the answer is an entry, the end or a refusal: no other exception, and no memory beyond them.
    @Test
    void answersPlainlyToAnyBytes() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = small();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (random.nextBoolean()) {
                fixChecksums(bytes);
            }
            try {
                drain(new ByteArrayInputStream(bytes));
            } catch (ArchiveException refused) {
                assertThat(refused.sentence()).as("seed " + seed).isNotBlank();
            }
        }
    }

    private static void fixChecksums(byte[] bytes) {
        for (int at = 0; at + TarFormat.BLOCK <= bytes.length; at += TarFormat.BLOCK) {
            byte[] block = Arrays.copyOfRange(bytes, at, at + TarFormat.BLOCK);
            if (block[TarFormat.MAGIC] == 'u') {
                byte[] sum = "%06o\0 ".formatted(TarFormat.checksum(block)).getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(sum, 0, bytes, at + TarFormat.CHECKSUM, sum.length);
            }
        }
    }

    private static byte[] small() {
        var tar = new ByteArrayOutputStream();
        tar.writeBytes(new Marker(Marker.Form.ARCHIVE, 2, 5, Optional.empty()).header());
        tar.writeBytes(TarHeader.of(TarEntry.file(TarEntry.text("ü".repeat(60)), 5, 0644, TIME)));
        tar.writeBytes(Arrays.copyOf("hello".getBytes(StandardCharsets.UTF_8), TarFormat.BLOCK));
        tar.writeBytes(TarHeader.of(TarEntry.symbolicLink(TarEntry.text("link"), TarEntry.text("target"), Instant.EPOCH)));
        tar.writeBytes(new byte[TarFormat.END]);
        return tar.toByteArray();
    }

    private static void refused(byte[] bytes) {
        assertThatThrownBy(() -> drain(new ByteArrayInputStream(bytes)))
                .isInstanceOfSatisfying(
                        ArchiveException.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.MALFORMED));
    }

    private static void drain(InputStream in) throws IOException {
        var reader = new TarReader(in);
        byte[] buffer = new byte[100];
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            while (reader.read(buffer, 0, buffer.length) >= 0) {
                // to its end
            }
        }
    }

    private void run(String... command) throws Exception {
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEmpty();
    }
}
