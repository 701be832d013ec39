package app.keyhold.desktop.tour;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Files to work on during the walk.
final class SampleFiles {
    private static final long MEBI = 1 << 20;

    private final Path folder;

    SampleFiles(Path folder) {
        this.folder = folder;
    }

    /// Where a file may be made.
    Path place(String name) {
        try {
            return Files.createDirectories(folder).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path letter() {
        return file("board-minutes.pdf", 4 * MEBI);
    }

    Path plan() {
        return file("plan.docx", 2 * MEBI);
    }

    Path photos() {
        return file("photos-june.tar", 24 * MEBI);
    }

    Path contracts() {
        for (int i = 1; i <= 12; i++) {
            file("contracts/contract-" + i + ".pdf", 200_000);
        }
        return folder.resolve("contracts");
    }

    /// What somebody may come with: a file, a folder, and a file that is encrypted already.
    List<Path> some() {
        return List.of(letter(), contracts(), encrypted(letter()));
    }

    /// Large enough to be found at work.
    Path large() {
        return file("payslips-2026.zip", 3072 * MEBI);
    }

    Path encrypted(Path file) {
        return file.resolveSibling(file.getFileName() + ".khd");
    }

    /// Encrypted contracts that came back, two of them damaged.
    Path returned() {
        Path contracts = contracts();
        try (var sealed = Files.list(contracts)) {
            Path returned = Files.createDirectories(folder.resolve("returned"));
            for (Path file : sealed.filter(name -> name.toString().endsWith(".khd")).sorted().toList()) {
                Path copy = returned.resolve(file.getFileName());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                if (copy.toString().contains("contract-1.") || copy.toString().contains("contract-7.")) {
                    damage(copy);
                }
            }
            return returned;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path uncommitted(String keyArn) {
        Path file = folder.resolve("minutes-2019.pdf.khd");
        try {
            return Files.write(file, UncommittedMessage.under(keyArn));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Flips one byte in the middle of an encrypted file.
    static void damage(Path file) {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            long middle = open.length() / 2;
            open.seek(middle);
            int was = open.read();
            open.seek(middle);
            open.write(was ^ 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sparse, where the file system knows holes.
    private Path file(String name, long length) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            try (var open = new RandomAccessFile(file.toFile(), "rw")) {
                open.setLength(length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
