package app.keyhold.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Published vectors as text: blocks of `name: value` lines between blank lines, `#` for where they come from.
public final class VectorFile {
    private VectorFile() {}

    /// @param expect `success`, or the kind of failure
    public record Vector(String name, String expect, Map<String, String> fields) {
        public String text(String field) {
            return Objects.requireNonNull(fields.get(field), field);
        }

        public byte[] hex(String field) {
            return Blob.ofHex(text(field)).toByteArray();
        }

        public int number(String field) {
            return Integer.parseInt(text(field));
        }

        @Override
        public String toString() {
            return name + ": " + expect;
        }
    }

    public static Stream<Vector> read(Class<?> beside, String file) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n\n")).map(VectorFile::block).filter(block -> !block.isEmpty())
                    .map(block -> new Vector(block.get("name"), block.get("expect"), block));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> block(String lines) {
        Map<String, String> fields = new LinkedHashMap<>();
        lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
        });
        return fields;
    }
}
