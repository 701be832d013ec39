package app.keyhold.desktop.audit;

import app.keyhold.kms.Client;
import app.keyhold.kms.operation.identity.GetRolePolicy;
import app.keyhold.kms.operation.identity.GetUserPolicy;
import app.keyhold.kms.operation.policy.GetKeyPolicy;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The statement that decided a call, as the event's reason names it. Its text is the policy's of today: what it said
/// then is what the reason tells.
///
/// @param policy the policy's name; empty for the key's own policy
/// @param label its `Sid`, or its place: `statement 2`
record DecidingStatement(Optional<String> policy, String label) {
    private static final Pattern OF_KEY = 
            Pattern.compile("the key policy's statement \"([^\"]+)\"", Pattern.CASE_INSENSITIVE); // not words
    private static final Pattern OF_IDENTITY = 
            Pattern.compile("statement \"([^\"]+)\" of policy ([\\w+=,.@-]*[\\w+=@-])"); // not words
    private static final Pattern PLACE = Pattern.compile("statement (\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The last reason that names a statement decides: those before it hand over.
    static Optional<DecidingStatement> of(Event event) {
        return event.reasons().reversed().stream()
                .flatMap(reason -> named(reason).stream())
                .filter(statement -> statement.policy().isPresent() || statement.key(event).isPresent())
                .findFirst();
    }

    private static Optional<DecidingStatement> named(String reason) {
        Matcher identity = OF_IDENTITY.matcher(reason);
        if (identity.find()) {
            return Optional.of(new DecidingStatement(Optional.of(identity.group(2)), identity.group(1)));
        }
        Matcher key = OF_KEY.matcher(reason);
        return key.find() ? Optional.of(new DecidingStatement(Optional.empty(), key.group(1))) : Optional.empty();
    }

    /// Whose policy it is, of a key's.
    Optional<String> key(Event event) {
        return policy.isPresent()
                ? Optional.empty()
                : event.resources().stream().filter(arn -> arn.contains(":key/")).findFirst();
    }

    /// Asks for the policy and picks the statement out of it.
    ///
    /// @return its JSON, indented; empty if the policy no longer has it
    Optional<String> read(Client client, Event event) {
        try {
            JsonNode statements = JSON.readTree(document(client, event)).path("Statement"); // not words
            return find(statements).map(JsonNode::toPrettyString);
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    private String document(Client client, Event event) {
        if (policy.isEmpty()) {
            return client.call(GetKeyPolicy.Request.of(key(event).orElseThrow())).policy();
        }
        String arn = event.principalArn();
        String[] parts = arn.substring(arn.lastIndexOf(':') + 1).split("/", -1);
        return parts[0].equals("user")
                ? client.call(new GetUserPolicy.Request(policy.get(), parts[parts.length - 1])).policyDocument()
                : client.call(new GetRolePolicy.Request(policy.get(), parts[1])).policyDocument();
    }

    /// A single statement may stand without an array around it.
    private Optional<JsonNode> find(JsonNode statements) {
        Matcher place = PLACE.matcher(label);
        int at = place.matches() ? Integer.parseInt(place.group(1)) - 1 : -1;
        if (!statements.isArray()) {
            return at == 0 || says(statements) ? Optional.of(statements) : Optional.empty();
        }
        for (JsonNode one : statements) {
            if (says(one)) {
                return Optional.of(one);
            }
        }
        return Optional.ofNullable(statements.get(at));
    }

    private boolean says(JsonNode statement) {
        return statement.path("Sid").asText("").equals(label); // not words
    }
}
