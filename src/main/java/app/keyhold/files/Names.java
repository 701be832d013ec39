package app.keyhold.files;

import app.keyhold.crypto.Randomness;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// What results and their unfinished forms are called.
final class Names {
    static final String PART = ".part";
    static final String TAR = ".tar";
    static final String ARCHIVE = "archive";
    private static final int LONGEST = 255; // bytes, on every common file system

    private Names() {}

    /// `report.pdf` becomes `report.pdf.khd`.
    static String encrypted(Path source) {
        return fileName(source) + FileService.SUFFIX;
    }

    /// A name that tells nothing.
    static String hidden() {
        return HexFormat.of().formatHex(Randomness.bytes(16)) + FileService.SUFFIX;
    }

    /// `photos` becomes `photos.tar.khd`; several things become `archive.tar.khd`.
    static String archive(List<Path> sources) {
        return (sources.size() == 1 ? fileName(sources.getFirst()) : ARCHIVE) + TAR + FileService.SUFFIX;
    }

    /// `report.pdf.khd` becomes `report.pdf`; a name without the suffix gets `.decrypted`.
    static String decrypted(Path source) {
        String name = fileName(source);
        int length = name.length() - FileService.SUFFIX.length();
        boolean suffixed = length > 0 && name.toLowerCase(Locale.ROOT).endsWith(FileService.SUFFIX);
        return suffixed ? name.substring(0, length) : name + ".decrypted";
    }

    /// `photos.tar.khd` becomes `photos`; a name that says less gets `.extracted`.
    static String extracted(Path source) {
        String name = fileName(source);
        String lower = name.toLowerCase(Locale.ROOT);
        for (String suffix : List.of(TAR + FileService.SUFFIX, FileService.SUFFIX)) {
            if (lower.endsWith(suffix) && name.length() > suffix.length()) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return name + ".extracted";
    }

    /// The `n`th name to try, from 1: `report.pdf`, `report (2).pdf`; the number goes before `.pdf.khd` too, so that
    /// decrypting keeps it.
    static Path numbered(Path target, int n) {
        if (n == 1) {
            return target;
        }
        String name = fileName(target);
        String suffix = "";
        if (name.endsWith(FileService.SUFFIX)) {
            suffix = FileService.SUFFIX;
            name = name.substring(0, name.length() - suffix.length());
        }
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            suffix = name.substring(dot) + suffix;
            name = name.substring(0, dot);
        }
        return target.resolveSibling(name + " (" + n + ")" + suffix);
    }

    static Path part(Path target) {
        return fitting(target, fileName(target) + PART);
    }

    /// Another name, for when somebody has the first one.
    static Path anotherPart(Path target) {
        return fitting(target, fileName(target) + "." + random() + PART);
    }

    static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static Path fitting(Path target, String name) {
        boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
        return target.resolveSibling(fits ? name : ".keyhold-" + random() + PART);
    }

    private static String random() {
        return HexFormat.of().formatHex(Randomness.bytes(4));
    }
}
