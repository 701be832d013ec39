import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Writes out what a class would have the virtual machine generate at its first use: which case of a switch over types fits,
/// and the `equals` and `hashCode` of a record: `LinkInAdvance.java JAR`. Each such place costs a start about a millisecond, and
/// unlike lambdas they are not kept in a cache. What the code does stays the same, down to the value of a hash.
///
/// In place; does nothing where there is nothing left to link. Run by the build, from its source.
final class LinkInAdvance {
    private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

    private final ClassFile classFile;
    private int linked;

    private LinkInAdvance(ClassLoader beside) {
        classFile = ClassFile.of(ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(beside)));
    }

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        var bytes = new ByteArrayOutputStream();
        var beside = new ArrayList<URL>();
        try (var jars = Files.newDirectoryStream(jar.toAbsolutePath().getParent(), "*.jar")) {
            for (Path one : jars) {
                beside.add(one.toUri().toURL());
            }
        }
        int linked;
        try (var loader = new URLClassLoader(beside.toArray(URL[]::new));
                var from = new JarFile(jar.toFile());
                var to = new JarOutputStream(bytes)) {
            var link = new LinkInAdvance(loader);
            for (var entry : from.stream().toList()) {
                to.putNextEntry(new JarEntry(entry.getName()));
                try (var content = from.getInputStream(entry)) {
                    to.write(link.entry(entry.getName(), content.readAllBytes()));
                }
                to.closeEntry();
            }
            linked = link.linked;
        }
        if (linked > 0) {
            Files.write(jar, bytes.toByteArray());
        }
    }

    private byte[] entry(String name, byte[] content) {
        if (!name.endsWith(".class")) {
            return content;
        }
        var model = classFile.parse(content);
        var places = new Places(model);
        byte[] written = classFile.transformClass(
                model,
                ClassTransform.transformingMethodBodies(
                                method -> method.code().isPresent()
                                        && method.code().orElseThrow().elementStream().anyMatch(Places::canLink),
                                places)
                        .andThen(ClassTransform.endHandler(places::writeOut)));
        linked += places.methods.size();
        return places.methods.isEmpty() ? content : written;
    }

    /// A method that stands where an `invokedynamic` stood.
    private record Linked(String name, MethodTypeDesc type, InvokeDynamicInstruction place) {}

    /// The places of one class.
    private static final class Places implements CodeTransform {
        private final ClassModel model;
        private final List<Linked> methods = new ArrayList<>();

        private Places(ClassModel model) {
            this.model = model;
        }

        private static boolean canLink(Object element) {
            return element instanceof InvokeDynamicInstruction place
                    && (isTypeSwitch(place) || isRecordMethod(place));
        }

        private static boolean isTypeSwitch(InvokeDynamicInstruction place) {
            return place.bootstrapMethod().owner().equals(SWITCHES)
                    && place.bootstrapMethod().methodName().equals("typeSwitch")
                    && place.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
        }

        private static boolean isRecordMethod(InvokeDynamicInstruction place) {
            String name = place.name().stringValue();
            return place.bootstrapMethod().owner().equals(RECORDS) && (name.equals("equals") || name.equals("hashCode"));
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof InvokeDynamicInstruction place && canLink(place)) {
                var linked = new Linked(place.name() + "$" + methods.size(), place.typeSymbol(), place);
                methods.add(linked);
                code.invokestatic(model.thisClass().asSymbol(), linked.name, linked.type, isInterface());
            } else {
                code.with(element);
            }
        }

        private boolean isInterface() {
            return (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
        }

        private void writeOut(ClassBuilder to) {
            for (Linked method : methods) {
                to.withMethodBody(
                        method.name,
                        method.type,
                        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                        code -> writeOut(code, method));
            }
        }

        private static void writeOut(CodeBuilder code, Linked method) {
            var arguments = method.place.bootstrapArgs();
            switch (method.place.name().stringValue()) {
                case "typeSwitch" -> typeSwitch(code, arguments);
                case "hashCode" -> hashCode(code, arguments);
                default -> equality(code, arguments);
            }
        }

        /// Of (value, first case): the first case from there on whose type the value is of, after the last if there is none;
        /// -1 for null.
        private static void typeSwitch(CodeBuilder code, List<ConstantDesc> cases) {
            code.aload(0).ifThen(java.lang.classfile.Opcode.IFNULL, none -> none.iconst_m1().ireturn());
            for (int i = 0; i < cases.size(); i++) {
                int here = i;
                var next = code.newLabel();
                code.iload(1)
                        .loadConstant(here)
                        .if_icmpgt(next)
                        .aload(0)
                        .instanceOf((ClassDesc) cases.get(here))
                        .ifeq(next)
                        .loadConstant(here)
                        .ireturn()
                        .labelBinding(next);
            }
            code.loadConstant(cases.size()).ireturn();
        }

        private static void hashCode(CodeBuilder code, List<ConstantDesc> arguments) {
            code.iconst_0();
            for (var component : components(arguments)) {
                code.bipush(31).imul().aload(0).getfield(component.owner(), component.methodName(), type(component));
                code.invokestatic(
                        hashOf(type(component)),
                        "hashCode",
                        MethodTypeDesc.of(
                                ConstantDescs.CD_int,
                                type(component).isPrimitive() ? type(component) : ConstantDescs.CD_Object));
                code.iadd();
            }
            code.ireturn();
        }

        private static void equality(CodeBuilder code, List<ConstantDesc> arguments) {
            var record = (ClassDesc) arguments.getFirst();
            var different = code.newLabel();
            var compare = code.newLabel();
            code.aload(0).aload(1).if_acmpne(compare).iconst_1().ireturn().labelBinding(compare);
            code.aload(1).instanceOf(record).ifeq(different);
            for (var component : components(arguments)) {
                code.aload(0).getfield(component.owner(), component.methodName(), type(component));
                code.aload(1).checkcast(record).getfield(component.owner(), component.methodName(), type(component));
                switch (TypeKind.from(type(component))) {
                    case REFERENCE ->
                        code.invokestatic(
                                        OBJECTS,
                                        "equals",
                                        MethodTypeDesc.of(
                                                ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                                .ifeq(different);
                    case LONG -> code.lcmp().ifne(different);
                    case FLOAT, DOUBLE ->
                        code.invokestatic(
                                        hashOf(type(component)),
                                        "compare",
                                        MethodTypeDesc.of(ConstantDescs.CD_int, type(component), type(component)))
                                .ifne(different);
                    default -> code.if_icmpne(different);
                }
            }
            code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
        }

        /// The accesses to a record's fields, which stand behind its class and its components' names.
        private static List<DirectMethodHandleDesc> components(List<ConstantDesc> arguments) {
            return arguments.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
        }

        private static ClassDesc type(DirectMethodHandleDesc component) {
            return component.invocationType().returnType();
        }

        private static ClassDesc hashOf(ClassDesc type) {
            return switch (TypeKind.from(type)) {
                case BOOLEAN -> ConstantDescs.CD_Boolean;
                case BYTE -> ConstantDescs.CD_Byte;
                case SHORT -> ConstantDescs.CD_Short;
                case CHAR -> ConstantDescs.CD_Character;
                case INT -> ConstantDescs.CD_Integer;
                case LONG -> ConstantDescs.CD_Long;
                case FLOAT -> ConstantDescs.CD_Float;
                case DOUBLE -> ConstantDescs.CD_Double;
                default -> OBJECTS;
            };
        }
    }
}
