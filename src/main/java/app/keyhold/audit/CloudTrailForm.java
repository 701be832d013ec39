package app.keyhold.audit;

import app.keyhold.audit.AuditEvent.Kind;
import app.keyhold.audit.AuditEvent.Outcome;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An event as CloudTrail writes it (CloudTrail user guide, "CloudTrail record contents"; AWS KMS developer guide, "AWS KMS
/// log entries"), as plain maps, lists, texts, numbers, booleans and null, in CloudTrail's order.
///
/// Why a call was allowed or denied is Keyhold's own knowledge and not part of this form.
public final class CloudTrailForm {
    private static final String VERSION = "1.11";
    private static final String DECRYPT = "Decrypt";
    private static final String ALGORITHM = "encryptionAlgorithm";

    private final AuditEvent event;
    private final String account;
    private final Map<String, @Nullable Object> record = new LinkedHashMap<>();

    private CloudTrailForm(AuditEvent event, String account) {
        this.event = event;
        this.account = account;
    }

    /// @param account 12 digits
    public static Map<String, @Nullable Object> of(AuditEvent event, String account, String region) {
        var form = new CloudTrailForm(event, account);
        form.who(region);
        form.what();
        form.about();
        return Collections.unmodifiableMap(form.record);
    }

    private boolean isServiceEvent() {
        return event.kind() == Kind.SERVICE_EVENT;
    }

    private void who(String region) {
        var identity = new CloudTrailIdentity(account);
        record.put("eventVersion", VERSION);
        record.put("userIdentity", isServiceEvent() ? identity.ofService() : identity.of(event.actor()));
        record.put("eventTime", event.time().truncatedTo(ChronoUnit.SECONDS).toString());
        record.put("eventSource", event.source());
        record.put("eventName", event.name());
        record.put("awsRegion", region);
        record.put("sourceIPAddress", isServiceEvent() ? CloudTrailIdentity.INTERNAL : event.actor().sourceAddress());
        record.put("userAgent", isServiceEvent() ? CloudTrailIdentity.INTERNAL : event.actor().userAgent());
        if (event.outcome() instanceof Outcome.Refused(String code, String message)) {
            record.put("errorCode", shortName(code));
            record.put("errorMessage", message);
        }
    }

    /// A service event says what it did in details of its own instead.
    private void what() {
        record.put("requestParameters", isServiceEvent() ? null : orNull(requestParameters()));
        record.put("responseElements", isServiceEvent() ? null : orNull(responseElements()));
        if (!isServiceEvent()) {
            Map<String, Object> additional = CloudTrailElements.of(materials());
            if (!additional.isEmpty()) {
                record.put("additionalEventData", additional);
            }
        }
    }

    private void about() {
        event.requestId().ifPresent(id -> record.put("requestID", id.toString()));
        record.put("eventID", event.id().toString());
        record.put("readOnly", event.effect() != AuditEvent.Effect.ADMINISTRATION);
        if (!event.resources().isEmpty()) {
            var resources = new CloudTrailResources(account);
            record.put("resources", event.resources().stream().map(resources::of).toList());
        }
        record.put("eventType", isServiceEvent() ? "AwsServiceEvent" : "AwsApiCall");
        record.put("managementEvent", true);
        record.put("recipientAccountId", account);
        if (isServiceEvent()) {
            serviceDetails();
        }
        record.put("eventCategory", "Management");
        event.actor().tls().ifPresent(tls -> record.put(
                "tlsDetails",
                CloudTrailIdentity.ordered(
                        "tlsVersion", tls.version(), "cipherSuite", tls.cipherSuite(), "clientProvidedHostHeader", tls.host())));
    }

    /// Decrypt names its algorithm even where the caller left it to the default.
    private Map<String, Object> requestParameters() {
        Map<String, Object> parameters = CloudTrailElements.of(event.requestParameters());
        if (event.name().equals(DECRYPT)) {
            parameters.putIfAbsent(ALGORITHM, "SYMMETRIC_DEFAULT");
        }
        return parameters;
    }

    /// What a change answered, with the ARN of the key it was about. A grant's token is handed to its caller alone.
    private Map<String, Object> responseElements() {
        Map<String, Object> elements = CloudTrailElements.of(event.responseElements());
        elements.remove("grantToken");
        boolean changed = event.effect() == AuditEvent.Effect.ADMINISTRATION && event.outcome() instanceof Outcome.Succeeded;
        boolean tellsItself = elements.keySet().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("keymetadata"));
        if (changed && !tellsItself) {
            CloudTrailResources.affectedKey(event).ifPresent(arn -> elements.put("keyId", arn));
        }
        return elements;
    }

    /// Which materials were used or made.
    private Detail.Members materials() {
        var materials = new TreeMap<>(event.additional().values());
        materials.keySet().removeIf(name -> !name.toLowerCase(Locale.ROOT).endsWith("keymaterialid"));
        return new Detail.Members(materials);
    }

    private void serviceDetails() {
        Map<String, Object> details = CloudTrailElements.of(event.requestParameters());
        var facts = new TreeMap<>(event.additional().values());
        facts.remove("decision");
        details.putAll(CloudTrailElements.of(new Detail.Members(facts)));
        if (!details.isEmpty()) {
            record.put("serviceEventDetails", details);
        }
    }

    /// CloudTrail names this one error without its ending.
    private static String shortName(String code) {
        return code.equals("AccessDeniedException") ? "AccessDenied" : code;
    }

    private static @Nullable Object orNull(Map<String, Object> members) {
        return members.isEmpty() ? null : members;
    }
}
