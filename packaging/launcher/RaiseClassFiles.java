import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Gives the classes of a jar that are older than Java 6 the stack maps of a newer class file: `RaiseClassFiles.java JAR`.
/// Only classes with stack maps can be laid out in a cache. The code itself stays what it was.
///
/// In place; does nothing where there is nothing to raise. Run by the build, from its source.
final class RaiseClassFiles {
    private static final String CLASS = ".class";

    private final ClassFile classFile;
    private int raised;

    private RaiseClassFiles(ClassLoader beside) {
        classFile = ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                // A shared pool would let methods be copied as they are.
                ConstantPoolSharingOption.NEW_POOL,
                ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(beside)));
    }

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        var bytes = new ByteArrayOutputStream();
        int raised;
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                var from = new JarFile(jar.toFile());
                var to = new JarOutputStream(bytes)) {
            var raise = new RaiseClassFiles(loader);
            for (var entry : from.stream().toList()) {
                to.putNextEntry(new JarEntry(entry.getName()));
                try (var content = from.getInputStream(entry)) {
                    to.write(raise.entry(entry.getName(), content.readAllBytes()));
                }
                to.closeEntry();
            }
            raised = raise.raised;
        }
        if (raised > 0) {
            Files.write(jar, bytes.toByteArray());
        }
    }

    private byte[] entry(String name, byte[] content) {
        if (!name.endsWith(CLASS)) {
            return content;
        }
        var model = classFile.parse(content);
        if (model.majorVersion() >= ClassFile.JAVA_6_VERSION) {
            return content;
        }
        raised++;
        return classFile.transformClass(
                model,
                ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
                        .andThen(ClassTransform.endHandler(it -> it.withVersion(ClassFile.JAVA_8_VERSION, 0))));
    }
}
