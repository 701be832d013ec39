package app.keyhold.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the build writes into the classes it lays out does what the virtual machine would have generated.
class LinkInAdvanceTest {
    @TempDir
    private Path folder;

    @Test
    void linkedRecordsAndSwitchesAnswerAsBefore() throws Exception {
        Path jar = sample();
        byte[] before = Files.readAllBytes(jar);
        link(jar);

        assertThat(Files.readAllBytes(jar)).isNotEqualTo(before);
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, new Outside())) {
            Class<?> linked = loader.loadClass(Linkable.class.getName());
            assertThat(linked.getDeclaredMethods()).anyMatch(method -> method.getName().startsWith("typeSwitch$"));
            assertThat(linked).isNotEqualTo(Linkable.class);
            var answers = (Supplier<?>) linked.getConstructor().newInstance();
            assertThat(answers.get()).isEqualTo(new Linkable().get());
        }
    }

    @Test
    void aSecondTimeChangesNothing() throws Exception {
        Path jar = sample();
        link(jar);
        byte[] once = Files.readAllBytes(jar);
        link(jar);
        assertThat(Files.readAllBytes(jar)).isEqualTo(once);
    }

    private Path sample() throws IOException {
        Path jar = folder.resolve("sample.jar");
        List<Class<?>> nest = Stream.concat(Stream.of(Linkable.class), Stream.of(Linkable.class.getDeclaredClasses()))
                .toList();
        try (var to = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> one : nest) {
                String name = one.getName().replace('.', '/') + ".class";
                to.putNextEntry(new JarEntry(name));
                try (InputStream content = Optional.ofNullable(one.getClassLoader().getResourceAsStream(name))
                        .orElseThrow()) {
                    content.transferTo(to);
                }
            }
        }
        return jar;
    }

    private static void link(Path jar) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var said = Started.run(Map.of(), java, "packaging/launcher/LinkInAdvance.java", jar.toString());
        assertThat(said.output()).isEmpty();
        assertThat(said.exit()).isZero();
    }

    /// Everything but the sample itself, which would be found unlinked.
    private static final class Outside extends ClassLoader {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(Linkable.class.getName())) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
