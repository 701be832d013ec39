package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.keyhold.endpoint.AwsJson;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.operation.ApiModel.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each constraint of the service's own model, broken one at a time in a request on the wire, is refused at the door in
/// the service's words and leaves its row.
class ApiEnforcementTest {
    private static final ApiModel MODEL = ApiModel.read();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String AT_MOST = "Member must have length less than or equal to ";
    private static final String AT_LEAST = "Member must have length greater than or equal to ";

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    static Stream<Operation<?, ?>> operations() {
        return ApiConformanceTest.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyConstraintIsEnforcedInTheServicesWords(Operation<?, ?> operation) throws IOException {
        for (Broken broken : broken(MODEL.input(operation.name()), "", UnaryOperator.identity())) {
            String label = operation.name() + " " + broken.member + ": " + broken.words;
            long rows = desk.rows();

            KmsException refusal = refusal(operation, broken.request);

            assertThat(refusal.fault()).as(label).isEqualTo(Fault.ValidationException);
            assertThat(refusal.serviceMessage().orElse(""))
                    .as(label)
                    .matches("(?s)[0-9]+ validation errors? detected: .*")
                    .contains("at '" + broken.member + "' failed to satisfy constraint: " + broken.words);
            if (!broken.values.isEmpty()) {
                assertThat(values(refusal.serviceMessage().orElse(""), broken.words)).as(label).isEqualTo(broken.values);
            }
            assertThat(desk.rows()).as(label).isEqualTo(rows + 1);
        }
    }

    private KmsException refusal(Operation<?, ?> operation, ObjectNode request) throws IOException {
        KmsRequest<?> decoded = new AwsJson()
                .decode(MAPPER.writeValueAsBytes(request), operation.requestType().asSubclass(KmsRequest.class));
        Throwable thrown = catchThrowable(() -> desk.call(decoded));
        assertThat(thrown).as("%s %s", operation.name(), request).isInstanceOf(KmsException.class);
        return (KmsException) thrown;
    }

    /// The service does not say in which order it lists them.
    private static Set<String> values(String message, String words) {
        Matcher set = Pattern.compile(Pattern.quote(words) + "([A-Za-z0-9_, ]+)\\]").matcher(message);
        assertThat(set.find()).as(message).isTrue();
        return new TreeSet<>(List.of(set.group(1).split(", ")));
    }

    /// @param member as the service names it: `tags.1.member.tagKey`
    /// @param words the constraint, or how it begins
    /// @param values of an enum, which follow
    private record Broken(String member, ObjectNode request, String words, Set<String> values) {}

    /// One for each constraint in the structure.
    ///
    /// @param within puts the structure where it belongs in a request
    private static List<Broken> broken(Shape structure, String path, UnaryOperator<ObjectNode> within) {
        List<Broken> all = new ArrayList<>();
        structure.members().forEach((name, shape) -> {
            String member = path + Character.toLowerCase(name.charAt(0)) + name.substring(1);
            if (structure.required().contains(name)) {
                ObjectNode without = sample(structure);
                without.remove(name);
                all.add(new Broken(member, within.apply(without), "Member must not be null", Set.of()));
            }
            UnaryOperator<JsonNode> in = value -> within.apply(sample(structure).set(name, value));
            values(shape, false).forEach(wrong -> all.add(
                    new Broken(member, (ObjectNode) in.apply(wrong.value), wrong.words, wrong.values)));
            if (shape.type().equals("structure")) {
                all.addAll(broken(shape, member + ".", nested -> (ObjectNode) in.apply(nested)));
            } else if (shape.type().equals("list") && shape.element().type().equals("structure")) {
                all.addAll(broken(
                        shape.element(),
                        member + ".1.member.",
                        nested -> (ObjectNode) in.apply(NODES.arrayNode().add(nested))));
            }
        });
        return all;
    }

    private record Wrong(JsonNode value, String words, Set<String> values) {
        Wrong(JsonNode value, String words) {
            this(value, words, Set.of());
        }
    }

    /// @param inList then the list's own violation says what is wrong with its elements
    private static List<Wrong> values(Shape shape, boolean inList) {
        List<Wrong> all = new ArrayList<>();
        switch (shape.type()) {
            case "string" -> {
                if (inList && (shape.max().isPresent() || shape.min().isPresent())) {
                    String both = "Member must satisfy constraint: [" + AT_MOST + shape.max().orElseThrow() + ", "
                            + AT_LEAST + shape.min().orElse(0) + "]";
                    all.add(new Wrong(NODES.textNode("a".repeat(shape.max().orElseThrow() + 1)), both));
                } else {
                    shape.max().ifPresent(max -> all.add(new Wrong(NODES.textNode("a".repeat(max + 1)), AT_MOST + max)));
                    shape.min().filter(min -> min > 0).ifPresent(min ->
                            all.add(new Wrong(NODES.textNode("a".repeat(min - 1)), AT_LEAST + min)));
                }
                shape.pattern().ifPresent(pattern -> all.add(new Wrong(
                        NODES.textNode("\u2603"), "Member must satisfy regular expression pattern: " + pattern)));
                if (!shape.values().isEmpty()) {
                    String words = (inList ? "Member must satisfy constraint: [" : "") + "Member must satisfy enum value set: [";
                    all.add(new Wrong(NODES.textNode("NO_SUCH_VALUE"), words, shape.values()));
                }
            }
            case "integer" -> {
                shape.max().ifPresent(max -> all.add(
                        new Wrong(NODES.numberNode(max + 1), "Member must have value less than or equal to " + max)));
                shape.min().ifPresent(min -> all.add(
                        new Wrong(NODES.numberNode(min - 1), "Member must have value greater than or equal to " + min)));
            }
            case "blob" -> {
                shape.max().ifPresent(max -> all.add(new Wrong(NODES.binaryNode(new byte[max + 1]), AT_MOST + max)));
                shape.min().filter(min -> min > 0).ifPresent(min ->
                        all.add(new Wrong(NODES.binaryNode(new byte[min - 1]), AT_LEAST + min)));
            }
            case "list" -> {
                shape.max().ifPresent(max -> all.add(new Wrong(several(shape, max + 1), AT_MOST + max)));
                values(shape.element(), true).forEach(wrong -> all.add(
                        new Wrong(several(shape, 1).add(wrong.value), wrong.words, wrong.values)));
            }
            default -> {}
        }
        return all;
    }

    private static ArrayNode several(Shape list, int count) {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < count; i++) {
            array.add(value(list.element()));
        }
        return array;
    }

    /// A structure with what must be in it, every part well-formed.
    static ObjectNode sample(Shape structure) {
        ObjectNode sample = NODES.objectNode();
        structure.members().forEach((name, shape) -> {
            if (structure.required().contains(name)) {
                sample.set(name, value(shape));
            }
        });
        return sample;
    }

    static JsonNode value(Shape shape) {
        return switch (shape.type()) {
            case "string" -> NODES.textNode(text(shape));
            case "integer", "long" -> NODES.numberNode(shape.min().orElse(1));
            case "boolean" -> NODES.booleanNode(true);
            case "timestamp" -> NODES.numberNode(1_790_000_000L);
            case "blob" -> NODES.binaryNode(new byte[Math.max(1, shape.min().orElse(1))]);
            case "list" -> several(shape, Math.max(1, shape.min().orElse(1)));
            case "map" -> NODES.objectNode().put("a", "b");
            case "structure" -> sample(shape);
            default -> throw new IllegalStateException(shape.type());
        };
    }

    private static String text(Shape shape) {
        if (!shape.values().isEmpty()) {
            return shape.values().iterator().next();
        }
        return Stream.of(
                        "a",
                        "alias/a",
                        "a".repeat(64),
                        "arn:aws:iam::123456789012:user/eva",
                        "us-east-1",
                        "ebs.us.amazonaws.com",
                        "123456789012",
                        "password",
                        "A".repeat(20),
                        "a".repeat(43),
                        "https://proxy.example",
                        "/kms/xks/v1",
                        "cluster-aaaaaaaaaaa",
                        "com.amazonaws.vpce.us-east-1.vpce-svc-0a")
                .filter(text -> shape.min().filter(min -> text.length() < min).isEmpty())
                .filter(text -> shape.max().filter(max -> text.length() > max).isEmpty())
                .filter(text -> shape.pattern().filter(pattern -> !text.matches(pattern)).isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No sample for " + shape.pattern()));
    }
}
