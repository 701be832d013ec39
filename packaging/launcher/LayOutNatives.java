import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;

/// Takes the native library out of Amazon's provider, if it is in a folder of jars, and puts it beside the database's:
/// `LayOutNatives.java FOLDER`. The provider would otherwise unpack it into the temporary folder at every start. And takes off
/// the jar's signature, under which no class can be laid out in a cache.
///
/// In place; does nothing where it was done. Run by the build, from its source.
final class LayOutNatives {
    private static final Pattern JAR = Pattern.compile("AmazonCorrettoCryptoProvider-.*-(linux|osx)-(.*)\\.jar");
    private static final Pattern LIBRARY = Pattern.compile("(?:.*/)?(lib[^/]*\\.(?:so|dylib))");
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/(?:MANIFEST\\.MF|[^/]*\\.(?:SF|RSA))");
    /// As the driver of the database names systems and processors.
    private static final Map<String, String> SYSTEMS = Map.of("linux", "Linux", "osx", "Mac");
    private static final Map<String, String> PROCESSORS = Map.of("x86_64", "x86_64", "aarch_64", "aarch64");

    private LayOutNatives() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        try (var jars = Files.list(folder)) {
            for (Path jar : jars.toList()) {
                var named = JAR.matcher(jar.getFileName().toString());
                if (named.matches()) {
                    var libraries = folder.resolve("native")
                            .resolve(SYSTEMS.get(named.group(1)))
                            .resolve(PROCESSORS.get(named.group(2)));
                    layOut(jar, Files.createDirectories(libraries));
                }
            }
        }
    }

    private static void layOut(Path jar, Path libraries) throws IOException {
        var rest = new ByteArrayOutputStream();
        boolean found = false;
        try (var from = new JarFile(jar.toFile());
                var to = new JarOutputStream(rest)) {
            for (var entry : from.stream().toList()) {
                var library = LIBRARY.matcher(entry.getName());
                try (InputStream content = from.getInputStream(entry)) {
                    if (library.matches()) {
                        Files.write(libraries.resolve(library.group(1)), content.readAllBytes());
                        found = true;
                    } else if (!SIGNATURE.matcher(entry.getName()).matches()) {
                        to.putNextEntry(new JarEntry(entry.getName()));
                        content.transferTo(to);
                        to.closeEntry();
                    }
                }
            }
        }
        if (found) {
            Files.write(jar, rest.toByteArray());
        }
    }
}
