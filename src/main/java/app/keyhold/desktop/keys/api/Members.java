package app.keyhold.desktop.keys.api;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.RecordMembers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The members that a request gives, by their names in lower camel case. Secrets are left where they are.
final class Members {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Members() {}

    static Map<String, Object> of(KmsRequest<?> request) {
        Map<String, Object> given = new LinkedHashMap<>();
        RecordMembers.of(request.getClass()).forEach(member -> given(member, request).ifPresent(value -> given.put(member.name(), value)));
        return given;
    }

    private static Optional<Object> given(RecordMembers.One member, Object record) {
        return Optional.ofNullable(member.of(record))
                .flatMap(value -> value instanceof Optional<?> optional ? optional : Optional.of(value))
                .map(value -> (Object) value)
                .filter(value -> !(value instanceof Collection<?> list && list.isEmpty()))
                .filter(value -> !(value instanceof Map<?, ?> map && map.isEmpty()));
    }

    /// As on the wire.
    static JsonNode json(Object value) {
        return switch (value) {
            case Boolean truth -> JSON.booleanNode(truth);
            case Number number -> JSON.numberNode(number.longValue());
            case Blob blob -> JSON.textNode(blob.base64());
            case SecretBytes _ -> JSON.textNode("…");
            case Map<?, ?> map -> {
                ObjectNode node = JSON.objectNode();
                map.forEach((name, one) -> node.set(String.valueOf(name), json(one)));
                yield node;
            }
            case Collection<?> list -> {
                ArrayNode node = JSON.arrayNode();
                list.forEach(one -> node.add(json(one)));
                yield node;
            }
            case Record record -> {
                ObjectNode node = JSON.objectNode();
                RecordMembers.of(record.getClass())
                        .forEach(member -> given(member, record).ifPresent(one -> node.set(capital(member.name()), json(one))));
                yield node;
            }
            default -> JSON.textNode(value.toString());
        };
    }

    static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    static String small(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
