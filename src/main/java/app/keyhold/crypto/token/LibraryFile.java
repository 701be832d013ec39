package app.keyhold.crypto.token;

import app.keyhold.crypto.token.TokenException.Reason;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Which file may be loaded as a library. The vault says which, and several people may share a vault: nobody of them can
/// make another one's computer run their code, because the file and every folder above it must belong to this user or to
/// root and be writable by nobody else.
final class LibraryFile {
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /// What SunPKCS11's settings would take for a comment, an expansion or a quotation.
    private static final Pattern NOT_NAMEABLE = Pattern.compile("[\\p{Cntrl}#$\"'{}]");

    private LibraryFile() {}

    /// @throws TokenException LIBRARY
    static void require(Path library) {
        if (!library.isAbsolute() || NOT_NAMEABLE.matcher(library.toString()).find()) {
            throw refused(library + " cannot be loaded: name it by its whole path, without # $ \" ' { or }.");
        }
        try {
            Path real = library.toRealPath();
            if (!Files.isRegularFile(real)) {
                throw refused(library + " is no file.");
            }
            for (Path part = real; part != null; part = part.getParent()) {
                requireTrusted(library, part);
            }
        } catch (IOException missing) {
            throw new TokenException(
                    Reason.LIBRARY, "There is no library " + library + " on this computer, or it may not be read.", missing);
        }
    }

    private static void requireTrusted(Path library, Path part) throws IOException {
        var view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        var found = view.readAttributes();
        String owner = found.owner().getName();
        boolean ours = owner.equals("root") || owner.equals(self());
        boolean sticky = Files.isDirectory(part) && isSticky(part);
        if (!ours || (!sticky && found.permissions().stream().anyMatch(OTHERS_WRITE::contains))) {
            throw refused(library + " is not loaded, because others than you and root may change " + part + ".");
        }
    }

    /// In a sticky folder such as /tmp nobody can exchange what belongs to somebody else.
    private static boolean isSticky(Path folder) throws IOException {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
                && ((int) Files.getAttribute(folder, "unix:mode") & 01000) != 0;
    }

    private static String self() throws IOException {
        Path process = Path.of("/proc/self");
        return Files.exists(process) ? Files.getOwner(process).getName() : System.getProperty("user.name");
    }

    private static TokenException refused(String sentence) {
        return new TokenException(Reason.LIBRARY, sentence);
    }
}
