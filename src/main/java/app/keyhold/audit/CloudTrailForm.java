package app.keyhold.audit;

import app.keyhold.audit.AuditEvent.Actor;
import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.AuditEvent.Kind;
import app.keyhold.audit.AuditEvent.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// An event as CloudTrail writes it (CloudTrail user guide, "CloudTrail record contents"), as plain maps, lists, texts,
/// numbers and booleans, in CloudTrail's order. What CloudTrail writes as null is left out.
public final class CloudTrailForm {
    private static final String VERSION = "1.11";
    private static final String INTERNAL = "AWS Internal";
    private static final Set<String> DATES = Set.of(
            "creationDate", "deletionDate", "lastUpdatedDate", "nextRotationDate", "rotationDate", "validTo");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

    private final String account;
    private final String region;
    private final Map<String, Object> record = new LinkedHashMap<>();

    private CloudTrailForm(String account, String region) {
        this.account = account;
        this.region = region;
    }

    /// @param account 12 digits
    public static Map<String, Object> of(AuditEvent event, String account, String region) {
        var form = new CloudTrailForm(account, region);
        form.write(event);
        return form.record;
    }

    private void write(AuditEvent event) {
        boolean serviceEvent = event.kind() == Kind.SERVICE_EVENT;
        record.put("eventVersion", VERSION);
        record.put("userIdentity", serviceEvent ? ofService() : identity(event.actor()));
        record.put("eventTime", event.time().truncatedTo(ChronoUnit.SECONDS).toString());
        record.put("eventSource", event.source());
        record.put("eventName", event.name());
        record.put("awsRegion", region);
        record.put("sourceIPAddress", serviceEvent ? INTERNAL : event.actor().sourceAddress());
        record.put("userAgent", serviceEvent ? INTERNAL : event.actor().userAgent());
        if (event.outcome() instanceof Outcome.Refused(String code, String message)) {
            record.put("errorCode", shortName(code));
            record.put("errorMessage", message);
        }
        if (!serviceEvent) {
            members("requestParameters", event.requestParameters());
            members("responseElements", event.responseElements());
            members("additionalEventData", event.additional());
        }
        event.requestId().map(UUID::toString).ifPresent(id -> record.put("requestID", id));
        record.put("eventID", event.id().toString());
        record.put("readOnly", event.effect() != Effect.ADMINISTRATION);
        if (!event.resources().isEmpty()) {
            record.put("resources", event.resources().stream().map(this::resource).toList());
        }
        record.put("eventType", serviceEvent ? "AwsServiceEvent" : "AwsApiCall");
        record.put("managementEvent", true);
        record.put("recipientAccountId", account);
        if (serviceEvent) {
            serviceDetails(event);
        }
        record.put("eventCategory", "Management");
    }

    private Map<String, Object> ofService() {
        return ordered("accountId", account, "invokedBy", INTERNAL);
    }

    private Map<String, Object> identity(Actor actor) {
        if (actor.type().equals("AWSService")) {
            return ordered("type", actor.type(), "invokedBy", actor.arn());
        }
        boolean root = actor.type().equals("Root");
        Map<String, Object> identity = ordered(
                "type", actor.type(), "principalId", root ? account : actor.name(), "arn", actor.arn(), "accountId", account);
        if (!root) {
            identity.put("userName", actor.name());
        }
        actor.via().ifPresent(service -> identity.put("invokedBy", service));
        return identity;
    }

    private Map<String, Object> resource(String arn) {
        return ordered("accountId", account, "type", type(arn), "ARN", arn);
    }

    private static String type(String arn) {
        String[] parts = arn.split(":", 6);
        String service = parts.length == 6 ? parts[2] : "";
        String kind = parts.length == 6 ? parts[5].split("/", 2)[0] : "";
        return switch (service + " " + kind) {
            case "kms alias" -> "AWS::KMS::Alias";
            case "iam user", "iam root" -> "AWS::IAM::User";
            case "iam role" -> "AWS::IAM::Role";
            case "keyhold vault" -> "Keyhold::Vault";
            default -> "AWS::KMS::Key";
        };
    }

    /// CloudTrail names this one error without its ending.
    private static String shortName(String code) {
        return code.equals("AccessDeniedException") ? "AccessDenied" : code;
    }

    private void serviceDetails(AuditEvent event) {
        Map<String, Object> details = new LinkedHashMap<>(plain(event.requestParameters()));
        details.putAll(plain(event.additional()));
        if (!details.isEmpty()) {
            record.put("serviceEventDetails", details);
        }
    }

    private void members(String name, Detail.Members members) {
        if (!members.isEmpty()) {
            record.put(name, plain(members));
        }
    }

    private static Map<String, Object> plain(Detail.Members members) {
        Map<String, Object> plain = new LinkedHashMap<>();
        members.values().forEach((name, value) -> plain.put(name, DATES.contains(name) ? date(value) : plain(value)));
        return plain;
    }

    private static Object plain(Detail detail) {
        return switch (detail) {
            case Detail.Text(String value) -> value;
            case Detail.Number(long value) -> value;
            case Detail.Flag(boolean value) -> value;
            case Detail.Items(List<Detail> values) ->
                values.stream().map(CloudTrailForm::plain).toList();
            case Detail.Members members -> plain(members);
        };
    }

    /// `Aug 10, 2022, 10:38:27 PM`, as CloudTrail has dates inside elements.
    private static Object date(Detail value) {
        if (value instanceof Detail.Text(String text)) {
            try {
                return DATE.format(Instant.parse(text));
            } catch (DateTimeParseException noInstant) {
                return text;
            }
        }
        return plain(value);
    }

    private static Map<String, Object> ordered(String... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
