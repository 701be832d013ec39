package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names on a file system without hard links; the one inside a zip file is such.
class PublicationTest {
    @TempDir
    private Path folder;

    private FileSystem zip;
    private Path part;
    private Path target;

    @BeforeEach
    void open() throws IOException {
        zip = FileSystems.newFileSystem(
                folder.resolve("a.zip"), Map.of("create", true, "enablePosixFileAttributes", true));
        part = Files.writeString(zip.getPath("/report.part"), "new");
        target = zip.getPath("/report");
    }

    @AfterEach
    void close() throws IOException {
        zip.close();
    }

    @Test
    void areGivenWithoutHardLinks() throws Exception {
        assertThatThrownBy(() -> Files.createLink(zip.getPath("/second"), part))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(Publication.publish(part, new Target(target, Collision.FAIL))).contains(target);

        assertThat(Files.readString(target)).isEqualTo("new");
        assertThat(Files.exists(part)).isFalse();
    }

    @Test
    void replaceNothingWithoutHardLinks() throws Exception {
        Files.writeString(target, "old");

        assertThatThrownBy(() -> Publication.publish(part, new Target(target, Collision.FAIL)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Publication.publish(part, new Target(target, Collision.SKIP))).isEmpty();
        assertThat(Publication.publish(part, new Target(target, Collision.KEEP_BOTH)))
                .contains(zip.getPath("/report (2)"));
        assertThat(Files.readString(target)).isEqualTo("old");
    }
}
