package app.keyhold.desktop.keys.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/// Policy documents as text for a person. What a policy may say is the service's to judge.
public final class PolicyText {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

    private static final List<String> ADMINISTRATION = List.of(
            "kms:Describe*", // not words
            "kms:List*", // not words
            "kms:Get*", // not words
            "kms:Put*", // not words
            "kms:Update*", // not words
            "kms:Enable*", // not words
            "kms:Disable*", // not words
            "kms:CreateAlias", // not words
            "kms:DeleteAlias", // not words
            "kms:TagResource", // not words
            "kms:UntagResource", // not words
            "kms:RevokeGrant", // not words
            "kms:RotateKeyOnDemand", // not words
            "kms:ImportKeyMaterial", // not words
            "kms:DeleteImportedKeyMaterial", // not words
            "kms:ReplicateKey"); // not words
    private static final List<String> DELETION = List.of("kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion"); // not words
    private static final List<String> USE = List.of(
            "kms:DescribeKey", // not words
            "kms:GetPublicKey", // not words
            "kms:Encrypt", // not words
            "kms:Decrypt", // not words
            "kms:ReEncrypt*", // not words
            "kms:GenerateDataKey*", // not words
            "kms:Sign", // not words
            "kms:Verify", // not words
            "kms:GenerateMac", // not words
            "kms:VerifyMac", // not words
            "kms:DeriveSharedSecret", // not words
            "kms:Encapsulate", // not words
            "kms:Decapsulate"); // not words

    private PolicyText() {}

    /// The same document with a line a member; `policy` itself where it is no JSON.
    static String laidOut(String policy) {
        try {
            return written(JSON.readTree(policy));
        } catch (JsonProcessingException e) {
            return policy;
        }
    }

    /// @throws JsonProcessingException if it is no JSON
    static JsonNode parsed(String policy) throws JsonProcessingException {
        return JSON.readTree(policy);
    }

    /// The default policy, with statements for the people named.
    ///
    /// @param administrators ARNs
    /// @param users ARNs
    /// @param mayDelete whether the administrators may schedule the key's deletion
    public static String forPeople(String account, List<String> administrators, List<String> users, boolean mayDelete) {
        ObjectNode policy = JSON.createObjectNode().put("Version", "2012-10-17").put("Id", "key-policy"); // not words
        ArrayNode statements = policy.putArray("Statement"); // not words
        statement(statements, "Account", List.of("arn:aws:iam::" + account + ":root"), List.of("kms:*")); // not words
        if (!administrators.isEmpty()) {
            List<String> actions = mayDelete ? Stream.concat(ADMINISTRATION.stream(), DELETION.stream()).toList() : ADMINISTRATION;
            statement(statements, "Administrators", administrators, actions); // not words
        }
        if (!users.isEmpty()) {
            statement(statements, "Users", users, USE); // not words
        }
        return written(policy);
    }

    private static void statement(ArrayNode statements, String sid, List<String> principals, List<String> actions) {
        ObjectNode statement = statements.addObject().put("Sid", sid).put("Effect", "Allow"); // not words
        put(statement.putObject("Principal"), "AWS", principals); // not words
        put(statement, "Action", actions); // not words
        statement.put("Resource", "*"); // not words
    }

    private static void put(ObjectNode node, String name, List<String> values) {
        if (values.size() == 1) {
            node.put(name, values.getFirst());
        } else {
            values.forEach(node.withArray(name)::add);
        }
    }

    /// A line a member.
    static String written(JsonNode node) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(TWO_SPACES)
                .withArrayIndenter(TWO_SPACES);
        try {
            return JSON.writer(printer).writeValueAsString(node).replace("\" : ", "\": ");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }
}
