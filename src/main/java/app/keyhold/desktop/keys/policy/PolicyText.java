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
            "kms:Describe*",
            "kms:List*",
            "kms:Get*",
            "kms:Put*",
            "kms:Update*",
            "kms:Enable*",
            "kms:Disable*",
            "kms:CreateAlias",
            "kms:DeleteAlias",
            "kms:TagResource",
            "kms:UntagResource",
            "kms:RevokeGrant",
            "kms:RotateKeyOnDemand",
            "kms:ImportKeyMaterial",
            "kms:DeleteImportedKeyMaterial",
            "kms:ReplicateKey");
    private static final List<String> DELETION = List.of("kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion");
    private static final List<String> USE = List.of(
            "kms:DescribeKey",
            "kms:GetPublicKey",
            "kms:Encrypt",
            "kms:Decrypt",
            "kms:ReEncrypt*",
            "kms:GenerateDataKey*",
            "kms:Sign",
            "kms:Verify",
            "kms:GenerateMac",
            "kms:VerifyMac",
            "kms:DeriveSharedSecret",
            "kms:Encapsulate",
            "kms:Decapsulate");

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
        ObjectNode policy = JSON.createObjectNode().put("Version", "2012-10-17").put("Id", "key-policy");
        ArrayNode statements = policy.putArray("Statement");
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
        ObjectNode statement = statements.addObject().put("Sid", sid).put("Effect", "Allow");
        put(statement.putObject("Principal"), "AWS", principals);
        put(statement, "Action", actions);
        statement.put("Resource", "*");
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
