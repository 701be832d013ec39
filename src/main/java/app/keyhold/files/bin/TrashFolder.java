package app.keyhold.files.bin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// One bin: `files` holds what was thrown away, `info` where each came from.
///
/// @param folder this person's alone
record TrashFolder(Path folder) {
    private static final String INFO = ".trashinfo";
    private static final int LONGEST = 255 - INFO.length() - 6;
    private static final int TRIES = 10_000;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /// Makes what is missing.
    static TrashFolder made(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Path above = folder.getParent();
            if (above != null) {
                Files.createDirectories(above);
            }
            make(folder);
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !Files.getAttribute(folder, "unix:uid").toString().equals(FreeDesktopBin.user())) {
            throw new NoBinException("the bin " + folder + " is not yours");
        }
        make(folder.resolve("files"));
        make(folder.resolve("info"));
        return new TrashFolder(folder);
    }

    private static void make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException there) {
            // by an earlier file, or another program
        }
    }

    /// @param top of the disk the bin is for; empty for the one at home, which names files by their whole path
    void take(Path file, Optional<Path> top, InstantSource clock) throws IOException {
        String said = "[Trash Info]\nPath=" + path(file, top) + "\nDeletionDate="
                + DATE.format(LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault())) + "\n";
        for (int n = 1; n <= TRIES; n++) {
            String name = name(file, n);
            Path info = folder.resolve("info").resolve(name + INFO);
            Path place = folder.resolve("files").resolve(name);
            // The note comes first and is made alone, so that two programs never take one name.
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) || !write(info, said)) {
                continue;
            }
            try {
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (IOException stays) {
                Files.deleteIfExists(info);
                throw stays;
            }
        }
        throw new IOException("the bin has too many files of that name");
    }

    private static boolean write(Path info, String said) throws IOException {
        try {
            Files.writeString(info, said, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    /// Percent-encoded byte by byte, which holds for names that are no text, too.
    private static String path(Path file, Optional<Path> top) {
        String whole = trimmed(file.toUri().getRawPath());
        return top.map(folder -> whole.substring(trimmed(folder.toUri().getRawPath()).length() + 1)).orElse(whole);
    }

    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /// In the bin a file may be called anything; its own name is the nicest where it fits.
    private static String name(Path file, int n) {
        String own = String.valueOf(file.getFileName());
        boolean fits = own.getBytes(StandardCharsets.UTF_8).length <= LONGEST && own.indexOf('\uFFFD') < 0;
        String name = fits ? own : "file";
        return n == 1 ? name : name + "." + n;
    }
}
