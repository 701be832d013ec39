package app.keyhold.desktop.single;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a second start was given: `keyhold desktop --vault VAULT FILE...`.
///
/// On the wire: `KHW1`, the vault (a text, empty for none), a count of at most [#MOST_FILES] as u16, the files; a text is its
/// length as u16 and a file URI in ASCII, so that names that are no text in any encoding arrive as they are.
///
/// @param files absolute
public record Handed(Optional<Path> vault, List<Path> files) {
    public static final int MOST_FILES = 4096;
    private static final int MAGIC = 0x4b485731;

    public Handed {
        files = List.copyOf(files);
    }

    /// With the names as this process sees them made absolute, for the other stands in another folder.
    public static Handed of(Optional<Path> vault, List<Path> files) {
        return new Handed(
                vault.map(Path::toAbsolutePath),
                files.stream().map(Path::toAbsolutePath).toList());
    }

    void write(OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        write(out, vault.map(Handed::uri).orElse(""));
        out.writeShort(files.size());
        for (Path file : files) {
            write(out, uri(file));
        }
        out.flush();
    }

    /// @throws IOException if it is anything but what [#write] writes
    static Handed read(InputStream from) throws IOException {
        var in = new DataInputStream(from);
        if (in.readInt() != MAGIC) {
            throw new IOException("Not a start of this program");
        }
        String vault = text(in);
        int count = in.readUnsignedShort();
        if (count > MOST_FILES) {
            throw new IOException("More files than a start hands on");
        }
        var files = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            files.add(path(text(in)));
        }
        return new Handed(vault.isEmpty() ? Optional.empty() : Optional.of(path(vault)), files);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > 0xffff) {
            throw new IOException("A name is longer than any file's");
        }
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static String uri(Path path) {
        return path.toUri().toASCIIString();
    }

    private static Path path(String uri) throws IOException {
        try {
            var parsed = URI.create(uri);
            if (!"file".equals(parsed.getScheme())) {
                throw new IOException("Not a file's address");
            }
            return Path.of(parsed);
        } catch (IllegalArgumentException | FileSystemNotFoundException malformed) {
            throw new IOException("Not a file's address", malformed);
        }
    }
}
