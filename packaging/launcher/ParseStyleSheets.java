import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import javafx.css.Stylesheet;

/// Puts beside every style sheet of a jar what JavaFX' parser makes of it, which JavaFX looks for first and would otherwise make at
/// every start: `ParseStyleSheets.java JAR`, with JavaFX on the class path.
///
/// In place; does nothing where it was done. Run by the build, from its source.
final class ParseStyleSheets {
    private static final String TEXT = ".css";
    private static final String PARSED = ".bss";

    private ParseStyleSheets() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        var bytes = new ByteArrayOutputStream();
        try (var from = new JarFile(jar.toFile());
                var to = new JarOutputStream(bytes)) {
            List<JarEntry> entries = from.stream().toList();
            if (entries.stream().anyMatch(entry -> entry.getName().endsWith(PARSED))) {
                return;
            }
            for (var entry : entries) {
                byte[] content;
                try (var in = from.getInputStream(entry)) {
                    content = in.readAllBytes();
                }
                put(to, entry.getName(), content);
                if (entry.getName().endsWith(TEXT)) {
                    put(to, entry.getName().replace(TEXT, PARSED), parsed(content));
                }
            }
        }
        Files.write(jar, bytes.toByteArray());
    }

    private static void put(JarOutputStream to, String name, byte[] content) throws IOException {
        to.putNextEntry(new JarEntry(name));
        to.write(content);
        to.closeEntry();
    }

    private static byte[] parsed(byte[] sheet) throws IOException {
        Path text = Files.createTempFile("sheet", TEXT);
        Path parsed = Files.createTempFile("sheet", PARSED);
        try {
            Files.write(text, sheet);
            Stylesheet.convertToBinary(text.toFile(), parsed.toFile());
            return Files.readAllBytes(parsed);
        } finally {
            Files.delete(text);
            Files.delete(parsed);
        }
    }
}
