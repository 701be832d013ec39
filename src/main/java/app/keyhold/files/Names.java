package app.keyhold.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.keyhold.crypto.Randomness;
import app.keyhold.files.archive.RawName;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// What results and their unfinished forms are called. A name is worked on as the bytes it is on the disk, each of them a
/// character here, because it need not be text.
final class Names {
    static final String PART = ".part";
    static final String TAR = ".tar";
    static final String ARCHIVE = "archive";
    private static final int LONGEST = 255; // bytes, on every common file system

    private Names() {}

    /// `report.pdf` becomes `report.pdf.khd`.
    static Path encrypted(Path source) {
        return name(raw(source) + FileService.SUFFIX);
    }

    /// A name that tells nothing.
    static Path hidden() {
        return name(HexFormat.of().formatHex(Randomness.bytes(16)) + FileService.SUFFIX);
    }

    /// `photos` becomes `photos.tar.khd`; several things become `archive.tar.khd`.
    static Path archive(List<Path> sources) {
        return name((sources.size() == 1 ? raw(sources.getFirst()) : ARCHIVE) + TAR + FileService.SUFFIX);
    }

    /// `report.pdf.khd` becomes `report.pdf`; a name without the suffix gets `.decrypted`.
    static Path decrypted(Path source) {
        String name = raw(source);
        return name(endsWith(name, FileService.SUFFIX) ? cut(name, FileService.SUFFIX) : name + ".decrypted");
    }

    /// `photos.tar.khd` becomes `photos`; a name that says less gets `.extracted`.
    static Path extracted(Path source) {
        String name = raw(source);
        for (String suffix : List.of(TAR + FileService.SUFFIX, FileService.SUFFIX)) {
            if (endsWith(name, suffix)) {
                return name(cut(name, suffix));
            }
        }
        return name(name + ".extracted");
    }

    /// The `n`th name to try, from 1: `report.pdf`, `report (2).pdf`; the number goes before `.pdf.khd` too, so that
    /// decrypting keeps it.
    static Path numbered(Path target, int n) {
        if (n == 1) {
            return target;
        }
        String name = raw(target);
        String suffix = "";
        if (name.endsWith(FileService.SUFFIX)) {
            suffix = FileService.SUFFIX;
            name = cut(name, suffix);
        }
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            suffix = name.substring(dot) + suffix;
            name = name.substring(0, dot);
        }
        return beside(target, name + " (" + n + ")" + suffix);
    }

    static Path part(Path target) {
        return fitting(target, raw(target) + PART);
    }

    /// Another name, for when somebody has the first one.
    static Path anotherPart(Path target) {
        return fitting(target, raw(target) + "." + random() + PART);
    }

    /// Whether a file system can have it.
    static boolean isShort(Path path) {
        return raw(path).length() <= LONGEST;
    }

    /// For people: on one line, whatever it is.
    static String fileName(Path path) {
        return path.getFileName() == null ? path.toString() : RawName.shown(RawName.of(path));
    }

    private static boolean endsWith(String name, String suffix) {
        return name.length() > suffix.length() && name.toLowerCase(Locale.ROOT).endsWith(suffix);
    }

    private static String cut(String name, String suffix) {
        return name.substring(0, name.length() - suffix.length());
    }

    private static Path fitting(Path target, String name) {
        return beside(target, name.length() <= LONGEST ? name : ".keyhold-" + random() + PART);
    }

    private static String raw(Path path) {
        return new String(RawName.of(path), ISO_8859_1);
    }

    private static Path name(String raw) {
        return RawName.in(Path.of(""), raw.getBytes(ISO_8859_1));
    }

    private static Path beside(Path target, String raw) {
        Path folder = target.getParent();
        return RawName.in(folder == null ? Path.of("") : folder, raw.getBytes(ISO_8859_1));
    }

    private static String random() {
        return HexFormat.of().formatHex(Randomness.bytes(4));
    }
}
