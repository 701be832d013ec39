package app.keyhold.files.archive;

import app.keyhold.crypto.Blob;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A member's path, part by part, each of them a plain name: nothing that leads out of the folder it is put into.
///
/// @param parts none for the folder itself
record EntryPath(Blob whole, List<Blob> parts) {
    private static final Blob HERE = text(".");
    private static final Blob ABOVE = text("..");
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

    /// @throws ArchiveException if it is absolute, leads upwards or is no path
    static EntryPath of(Blob name, boolean folder) {
        var parts = split(name.toByteArray());
        if (parts.size() > 1 && parts.getFirst().size() == 0) {
            throw unsafe(name, "has an absolute name");
        }
        if (folder && parts.size() > 1 && parts.getLast().size() == 0) {
            parts.removeLast();
        }
        while (!parts.isEmpty() && parts.getFirst().equals(HERE)) {
            parts.removeFirst();
        }
        if (parts.contains(ABOVE)) {
            throw unsafe(name, "leads out of the folder by ..");
        }
        if (parts.contains(HERE)
                || parts.contains(TarEntry.NONE)
                || parts.stream().anyMatch(EntryPath::holdsZero)
                || (parts.isEmpty() && !folder)) {
            throw unsafe(name, "has a name that is none");
        }
        return new EntryPath(name, List.copyOf(parts));
    }

    /// Without its first part.
    EntryPath inside() {
        return new EntryPath(whole, parts.subList(1, parts.size()));
    }

    /// @throws ArchiveException if this system has no such name
    static Path child(Path folder, Blob part, Blob whole) {
        try {
            Path child = RawName.in(folder, part.toByteArray());
            boolean plain = folder.equals(child.getParent()) && child.getNameCount() == folder.getNameCount() + 1;
            if (plain && !(isWindows(folder) && isTrouble(child))) {
                return child;
            }
        } catch (IllegalArgumentException none) {
            // told below
        }
        throw unsafe(whole, "has a name that this system does not know");
    }

    /// Splits a link's target: how many steps upwards it begins with, or -1 if it could lead anywhere. A step upwards
    /// behind a name could start from wherever that name points to.
    static int stepsUp(Blob target) {
        byte[] bytes = target.toByteArray();
        if (bytes.length == 0 || bytes[0] == '/' || holdsZero(target)) {
            return -1;
        }
        int steps = 0;
        boolean named = false;
        for (Blob part : split(bytes)) {
            if (part.equals(ABOVE)) {
                if (named) {
                    return -1;
                }
                steps++;
            } else {
                named |= !part.equals(HERE) && part.size() > 0;
            }
        }
        return steps;
    }

    static ArchiveException unsafe(Blob name, String why) {
        return ArchiveException.unsafe(RawName.shown(name.toByteArray()) + " " + why + ", so the archive is not extracted");
    }

    private static List<Blob> split(byte[] name) {
        var parts = new ArrayList<Blob>();
        int begin = 0;
        for (int i = 0; i <= name.length; i++) {
            if (i == name.length || name[i] == '/') {
                parts.add(Blob.of(Arrays.copyOfRange(name, begin, i)));
                begin = i + 1;
            }
        }
        return parts;
    }

    private static boolean holdsZero(Blob part) {
        for (byte one : part.toByteArray()) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWindows(Path folder) {
        return !folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Windows drops dots and blanks at the end, and opens devices by name in every folder.
    private static boolean isTrouble(Path child) {
        String name = String.valueOf(child.getFileName());
        String stem = name.toLowerCase(Locale.ROOT).replaceFirst("\\..*", "").strip();
        return name.endsWith(".") || name.endsWith(" ") || DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9¹²³]");
    }

    private static Blob text(String text) {
        return Blob.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
