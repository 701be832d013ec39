package app.keyhold.kms.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The service's own description of itself (AWS API model `kms/2014-11-01`), and over it what the SDKs have that came
/// later.
final class ApiModel {
    private final JsonNode root;

    private ApiModel(JsonNode root) {
        this.root = root;
    }

    static ApiModel read() {
        JsonNode model = resource("kms-api.json");
        lay(resource("kms-api-newer.json"), (ObjectNode) model);
        return new ApiModel(model);
    }

    private static JsonNode resource(String name) {
        try (var in = ApiModel.class.getResourceAsStream("/app/keyhold/kms/" + name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Objects are united, anything else is replaced.
    private static void lay(JsonNode newer, ObjectNode over) {
        newer.fields().forEachRemaining(field -> {
            if (field.getValue().isObject() && over.get(field.getKey()) instanceof ObjectNode below) {
                lay(field.getValue(), below);
            } else {
                over.set(field.getKey(), field.getValue());
            }
        });
    }

    Set<String> operations() {
        Set<String> names = new TreeSet<>();
        root.get("operations").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /// By their wire names.
    Set<String> errors(String operation) {
        Set<String> names = new TreeSet<>();
        root.at("/operations/" + operation + "/errors").forEach(error -> names.add(error.get("shape").asText()));
        return names;
    }

    Shape input(String operation) {
        return shape(root.at("/operations/" + operation + "/input/shape").asText());
    }

    /// Empty where the service answers with an empty body.
    Optional<Shape> output(String operation) {
        JsonNode output = root.at("/operations/" + operation + "/output/shape");
        return output.isMissingNode() ? Optional.empty() : Optional.of(shape(output.asText()));
    }

    Shape shape(String name) {
        return new Shape(Objects.requireNonNull(root.get("shapes").get(name), name));
    }

    final class Shape {
        private final JsonNode node;

        private Shape(JsonNode node) {
            this.node = node;
        }

        String type() {
            return node.get("type").asText();
        }

        Map<String, Shape> members() {
            Map<String, Shape> members = new TreeMap<>();
            node.get("members").fields().forEachRemaining(member ->
                    members.put(member.getKey(), shape(member.getValue().get("shape").asText())));
            return members;
        }

        Set<String> required() {
            return texts("required");
        }

        Set<String> values() {
            return texts("enum");
        }

        /// The elements of a list.
        Shape element() {
            return shape(node.get("member").get("shape").asText());
        }

        Optional<Integer> min() {
            return Optional.ofNullable(node.get("min")).map(JsonNode::asInt);
        }

        Optional<Integer> max() {
            return Optional.ofNullable(node.get("max")).map(JsonNode::asInt);
        }

        Optional<String> pattern() {
            return Optional.ofNullable(node.get("pattern")).map(JsonNode::asText);
        }

        private Set<String> texts(String field) {
            Set<String> texts = new TreeSet<>();
            Optional.ofNullable(node.get(field)).ifPresent(list -> list.forEach(text -> texts.add(text.asText())));
            return texts;
        }
    }
}
