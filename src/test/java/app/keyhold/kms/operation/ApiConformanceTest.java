package app.keyhold.kms.operation;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Peers;
import app.keyhold.kms.key.ImportWrapping;
import app.keyhold.kms.WithGrantTokens;
import app.keyhold.kms.grant.GrantTokens;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.keystore.KeyStoreSecrets;
import app.keyhold.kms.operation.ApiModel.Shape;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Member;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import app.keyhold.kms.shape.Sensitive;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every operation's request and response against the service's own model: members, and on requests each constraint.
class ApiConformanceTest {
    private static final ApiModel MODEL = ApiModel.read();

    static Stream<Operation<?, ?>> operations() {
        return Operations.all(
                        new MaterialWrapping(Randomness.secret(32), "vault"),
                        new KeyStoreConnections(
                                KeyStoreBackends.NONE, new KeyStoreSecrets(Randomness.secret(32), "vault")),
                        new ImportWrapping(Randomness.secret(32), Randomness.secret(32), "vault"),
                        new GrantTokens(Randomness.secret(32), "vault", "us-east-1"),
                        Peers.NONE,
                        Clock.systemUTC())
                .stream();
    }

    @Test
    void everyOperationOfTheModelIsHereAndNoOther() {
        Set<String> here = operations().map(Operation::name).collect(toCollection(TreeSet::new));

        assertThat(here).isEqualTo(MODEL.operations());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void requestsHaveTheModelsMembersAndConstraints(Operation<?, ?> operation) {
        compareRequest(operation.name(), operation.requestType(), MODEL.input(operation.name()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void responsesHaveTheModelsMembers(Operation<?, ?> operation) throws Exception {
        Class<?> response = Class.forName(operation.getClass().getName() + "$Response");
        Optional<Shape> shape = MODEL.output(operation.name());
        if (shape.isEmpty()) {
            assertThat(response.getRecordComponents()).isEmpty();
        } else {
            compareResponse(operation.name(), response, shape.get());
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void requestsThatMayCarryGrantTokensSayTheyCan(Operation<?, ?> operation) {
        assertThat(WithGrantTokens.class.isAssignableFrom(operation.requestType()))
                .isEqualTo(MODEL.input(operation.name()).members().containsKey("GrantTokens"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void requestsThatMayRunDrySayTheyCan(Operation<?, ?> operation) {
        assertThat(DryRunnable.class.isAssignableFrom(operation.requestType()))
                .isEqualTo(MODEL.input(operation.name()).members().containsKey("DryRun"));
    }

    private static void compareRequest(String path, Class<?> record, Shape shape) {
        Map<String, RecordComponent> components = components(record);
        assertThat(components.keySet()).as(path).isEqualTo(shape.members().keySet());
        components.forEach((name, component) -> {
            String member = path + "." + name;
            assertThat(component.isAnnotationPresent(Required.class))
                    .as(member + " required")
                    .isEqualTo(shape.required().contains(name));
            if (!component.isAnnotationPresent(Sensitive.class)) {
                compareType(member, component.getGenericType(), shape.members().get(name));
            }
            compareConstraints(member, component, shape.members().get(name));
        });
    }

    /// As the wire has it: texts, numbers, truths, seconds, base64, lists, maps, structures.
    private static void compareType(String member, Type type, Shape shape) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                compareType(member, of[0], shape);
            } else if (generic.getRawType() == Map.class) {
                assertThat(shape.type()).as(member).isEqualTo("map");
            } else {
                assertThat(shape.type()).as(member).isEqualTo("list");
                compareType(member + " element", of[0], shape.element());
            }
            return;
        }
        Class<?> plain = (Class<?>) type;
        String onWire = switch (plain) {
            case Class<?> text when text == String.class || text.isEnum() -> "string";
            case Class<?> number when number == Integer.class || number == int.class -> "integer";
            case Class<?> truth when truth == Boolean.class || truth == boolean.class -> "boolean";
            case Class<?> time when time == Instant.class -> "timestamp";
            case Class<?> bytes when bytes == Blob.class || bytes == SecretBytes.class -> "blob";
            case Class<?> record when record.isRecord() -> "structure";
            default -> "unknown: " + plain;
        };
        assertThat(onWire).as(member + " type").isEqualTo(shape.type());
    }

    private static void compareConstraints(String member, RecordComponent component, Shape shape) {
        Bounds bounds = new Bounds(shape.min(), shape.max());
        Shape valued = shape;
        switch (shape.type()) {
            case "string", "blob" -> assertThat(bounds(component, Length.class, Length::min, Length::max))
                    .as(member).isEqualTo(bounds);
            case "integer" -> assertThat(bounds(component, Range.class, Range::min, Range::max))
                    .as(member).isEqualTo(bounds);
            case "list" -> {
                assertThat(bounds(component, Length.class, Length::min, Length::max)).as(member).isEqualTo(bounds);
                valued = shape.element();
                if (valued.type().equals("string")) {
                    assertThat(bounds(component, EachLength.class, EachLength::min, EachLength::max))
                            .as(member + " elements")
                            .isEqualTo(new Bounds(valued.min(), valued.max()));
                }
            }
            default -> assertThat(component.isAnnotationPresent(Length.class)).as(member).isFalse();
        }
        assertThat(Optional.ofNullable(component.getAnnotation(Matches.class)).map(Matches::value))
                .as(member + " pattern")
                .isEqualTo(valued.pattern());
        assertThat(values(component)).as(member + " values").isEqualTo(valued.values());
        if (valued.type().equals("structure")) {
            compareRequest(member, recordIn(component.getGenericType()).orElseThrow(), valued);
        }
    }

    private static void compareResponse(String path, Class<?> record, Shape shape) {
        Set<String> expected = new TreeSet<>(shape.members().keySet());
        Map<String, RecordComponent> components = components(record);
        assertThat(components.keySet()).as(path).isEqualTo(expected);
        components.forEach((name, component) -> {
            Shape member = shape.members().get(name);
            compareType(path + "." + name, component.getGenericType(), member);
            Shape inner = member.type().equals("list") ? member.element() : member;
            if (inner.type().equals("structure")) {
                compareResponse(path + "." + name, recordIn(component.getGenericType()).orElseThrow(), inner);
            }
        });
    }

    /// The members by their names on the wire.
    private static Map<String, RecordComponent> components(Class<?> record) {
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String plain = component.getName();
            String name = Optional.ofNullable(component.getAnnotation(Member.class))
                    .map(Member::value)
                    .orElse(Character.toUpperCase(plain.charAt(0)) + plain.substring(1));
            components.put(name, component);
        }
        return components;
    }

    private record Bounds(Optional<Integer> min, Optional<Integer> max) {}

    /// A lower bound of 0 and none are the same.
    private static <A extends Annotation> Bounds bounds(
            RecordComponent component, Class<A> type, Function<A, Integer> min, Function<A, Integer> max) {
        Optional<A> found = Optional.ofNullable(component.getAnnotation(type));
        return new Bounds(found.map(min), found.map(max));
    }

    private static Set<String> values(RecordComponent component) {
        Set<String> values = new TreeSet<>();
        Optional.ofNullable(component.getAnnotation(OneOf.class))
                .ifPresent(oneOf -> Arrays.stream(oneOf.value().getEnumConstants())
                        .map(Enum::name)
                        .forEach(values::add));
        return values;
    }

    /// The record in `X`, `Optional<X>` or `List<X>`.
    private static Optional<Class<?>> recordIn(Type type) {
        return switch (type) {
            case Class<?> plain when plain.isRecord() -> Optional.of(plain);
            case ParameterizedType generic -> recordIn(generic.getActualTypeArguments()[0]);
            default -> Optional.empty();
        };
    }
}
