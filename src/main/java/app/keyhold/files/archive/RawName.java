package app.keyhold.files.archive;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// File names as the bytes they are on the disk. On POSIX systems a name is any bytes but `/` and NUL, and need not be
/// text; a [String] would lose what is not.
public final class RawName {
    private static final boolean UTF_8 = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
    private static final String URI_START = "file:///";
    private static final char REPLACEMENT = '\uFFFD';

    private RawName() {}

    /// Of the last part of `path`.
    public static byte[] of(Path path) {
        Path name = path.getFileName();
        String text = name == null ? "" : name.toString();
        boolean faithful = isAscii(text) || isWindows(path) || (UTF_8 && text.indexOf(REPLACEMENT) < 0);
        return faithful ? text.getBytes(StandardCharsets.UTF_8) : bytes(path);
    }

    /// A file of that name in `folder`.
    ///
    /// @param name one name, with no `/` or NUL in it
    /// @throws java.nio.file.InvalidPathException if the system has no such names
    public static Path in(Path folder, byte[] name) {
        if (isAscii(name) || isWindows(folder) || (UTF_8 && isText(name))) {
            return folder.resolve(new String(name, StandardCharsets.UTF_8));
        }
        var whole = new StringBuilder(URI_START);
        for (byte one : name) {
            whole.append('%').append(Character.toUpperCase(Character.forDigit(one >> 4 & 15, 16)));
            whole.append(Character.toUpperCase(Character.forDigit(one & 15, 16)));
        }
        return folder.resolve(Path.of(URI.create(whole.toString())).getFileName());
    }

    /// For people: what is no text is shown as `�`, and what would break a line as blanks.
    public static String shown(byte[] name) {
        return new String(name, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
    }

    /// A whole path as text, to be read by [#path] again on the same system.
    public static String text(Path path) {
        String text = path.toString();
        boolean faithful = isAscii(text) || isWindows(path) || (UTF_8 && text.indexOf(REPLACEMENT) < 0);
        return faithful ? text : path.toUri().toString();
    }

    /// @throws IllegalArgumentException if it is none
    public static Path path(String text) {
        return text.startsWith(URI_START) ? Path.of(URI.create(text)) : Path.of(text);
    }

    static boolean isText(byte[] name) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name));
            return true;
        } catch (CharacterCodingException raw) {
            return false;
        }
    }

    static boolean isAscii(byte[] name) {
        for (byte one : name) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 128);
    }

    /// A file URI holds a path byte by byte.
    private static byte[] bytes(Path path) {
        String raw = path.toUri().getRawPath();
        int end = raw.endsWith("/") ? raw.length() - 1 : raw.length();
        String name = raw.substring(raw.lastIndexOf('/', end - 1) + 1, end);
        byte[] bytes = new byte[name.length()];
        int length = 0;
        for (int i = 0; i < name.length(); i++) {
            boolean escaped = name.charAt(i) == '%';
            bytes[length++] =
                    (byte) (escaped ? Integer.parseInt(name.substring(i + 1, i + 3), 16) : name.charAt(i));
            i += escaped ? 2 : 0;
        }
        return Arrays.copyOf(bytes, length);
    }

    private static boolean isWindows(Path path) {
        return !path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
