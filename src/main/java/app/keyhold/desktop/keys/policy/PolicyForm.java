package app.keyhold.desktop.keys.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A policy's text as statements of a form, and back. Both are the same document: whatever the form can't show keeps the
/// text the only way to edit it.
final class PolicyForm {
    private static final String SERVICE = ".amazonaws.com";
    private static final Set<String> MEMBERS = Set.of(
            "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"); // not words

    private PolicyForm() {}

    /// Empty if the text is no policy, or says something the form has no field for.
    static Optional<List<StatementDraft>> read(String policy) {
        try {
            JsonNode statements = PolicyText.parsed(policy).path("Statement"); // not words
            List<StatementDraft> drafts = new ArrayList<>();
            for (JsonNode statement : statements.isObject() ? List.of(statements) : statements) {
                drafts.add(statement(statement));
            }
            return statements.isContainerNode() ? Optional.of(drafts) : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException noForm) {
            return Optional.empty();
        }
    }

    private static StatementDraft statement(JsonNode statement) {
        require(statement.isObject());
        statement.fieldNames().forEachRemaining(name -> require(MEMBERS.contains(name)));
        String effect = statement.path("Effect").asText(); // not words
        require(effect.equals("Allow") || effect.equals("Deny")); // not words
        return new StatementDraft(
                statement.path("Sid").asText(), // not words
                effect.equals("Allow"), // not words
                principals(statement),
                terms(statement, "Action", "NotAction"), // not words
                terms(statement, "Resource", "NotResource"), // not words
                conditions(statement.path("Condition"))); // not words
    }

    private static Terms terms(JsonNode statement, String plain, String negated) {
        require(statement.has(plain) != statement.has(negated));
        boolean not = statement.has(negated);
        return new Terms(not, texts(statement.path(not ? negated : plain)));
    }

    private static Terms principals(JsonNode statement) {
        require(statement.has("Principal") != statement.has("NotPrincipal")); // not words
        boolean not = statement.has("NotPrincipal"); // not words
        JsonNode named = statement.path(not ? "NotPrincipal" : "Principal"); // not words
        if (named.isTextual()) {
            return new Terms(not, List.of(named.textValue()));
        }
        List<String> all = new ArrayList<>();
        named.fieldNames().forEachRemaining(kind -> {
            require(kind.equals("AWS") || kind.equals("Service")); // not words
            all.addAll(texts(named.path(kind)));
        });
        require(!all.isEmpty());
        return new Terms(not, all);
    }

    private static List<ConditionDraft> conditions(JsonNode conditions) {
        List<ConditionDraft> drafts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operator : conditions.properties()) {
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                List<String> values = texts(key.getValue());
                require(values.stream().noneMatch(value -> value.contains(",")));
                drafts.add(new ConditionDraft(operator.getKey(), key.getKey(), String.join(", ", values)));
            }
        }
        return drafts;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
            require(one.isValueNode() && !one.isNull());
            texts.add(one.asText());
        }
        return texts;
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("The form has no field for this");
        }
    }

    /// The same policy with these statements.
    ///
    /// @param policy one that [#read] takes
    static String write(String policy, List<StatementDraft> statements) {
        try {
            ObjectNode document = (ObjectNode) PolicyText.parsed(policy);
            ArrayNode all = document.putArray("Statement"); // not words
            statements.forEach(statement -> write(all.addObject(), statement));
            return PolicyText.written(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Only what was read can be written", e);
        }
    }

    private static void write(ObjectNode node, StatementDraft statement) {
        if (!statement.sid().isEmpty()) {
            node.put("Sid", statement.sid()); // not words
        }
        node.put("Effect", statement.allows() ? "Allow" : "Deny"); // not words
        principals(node, statement.principals());
        put(node, statement.actions().negated() ? "NotAction" : "Action", statement.actions().values()); // not words
        put(node, statement.resources().negated() ? "NotResource" : "Resource", statement.resources().values()); // not words
        if (!statement.conditions().isEmpty()) {
            ObjectNode conditions = node.putObject("Condition"); // not words
            statement.conditions().forEach(one -> put(conditions.withObjectProperty(one.operator()), one.key(), one.valueList()));
        }
    }

    private static void principals(ObjectNode node, Terms principals) {
        String member = principals.negated() ? "NotPrincipal" : "Principal"; // not words
        List<String> services = principals.values().stream().filter(one -> one.endsWith(SERVICE)).toList();
        List<String> people = principals.values().stream().filter(one -> !one.endsWith(SERVICE)).toList();
        ObjectNode named = node.putObject(member);
        if (!people.isEmpty() || services.isEmpty()) {
            put(named, "AWS", people);
        }
        if (!services.isEmpty()) {
            put(named, "Service", services); // not words
        }
    }

    private static void put(ObjectNode node, String name, List<String> values) {
        if (values.size() == 1) {
            node.put(name, values.getFirst());
        } else {
            ArrayNode all = node.putArray(name);
            values.forEach(all::add);
        }
    }
}
