package app.keyhold.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an event was about, as CloudTrail's resources element has it.
final class CloudTrailResources {
    private final String account;

    CloudTrailResources(String account) {
        this.account = account;
    }

    Map<String, Object> of(String arn) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("accountId", account);
        type(arn).ifPresent(type -> resource.put("type", type));
        resource.put("ARN", arn);
        return resource;
    }

    /// The ARN of the key a change was about: of several, the one an alias points to from then on.
    static Optional<String> affectedKey(AuditEvent event) {
        List<String> keys = event.resources().stream().filter(CloudTrailResources::isKey).toList();
        Optional<String> target = event.requestParameters().values().get("targetKeyId") instanceof Detail.Text(String id)
                ? keys.stream().filter(arn -> arn.equals(id) || arn.endsWith("/" + id)).findFirst()
                : Optional.empty();
        return target.or(() -> keys.stream().findFirst());
    }

    private static boolean isKey(String arn) {
        return type(arn).filter("AWS::KMS::Key"::equals).isPresent();
    }

    private static Optional<String> type(String arn) {
        String[] parts = arn.split(":", 6);
        String service = parts.length == 6 ? parts[2] : "";
        String kind = parts.length == 6 ? parts[5].split("/", 2)[0] : "";
        return switch (service + " " + kind) {
            case "kms key" -> Optional.of("AWS::KMS::Key");
            case "kms alias" -> Optional.of("AWS::KMS::Alias");
            case "iam user", "iam root" -> Optional.of("AWS::IAM::User");
            case "iam role" -> Optional.of("AWS::IAM::Role");
            case "keyhold vault" -> Optional.of("Keyhold::Vault");
            case "keyhold volume" -> Optional.of("Keyhold::Volume");
            default -> Optional.empty();
        };
    }
}
