package app.keyhold.audit;

import app.keyhold.audit.AuditEvent.Actor;
import app.keyhold.audit.AuditEvent.RoleSession;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who asked, as CloudTrail's userIdentity element has it.
final class CloudTrailIdentity {
    static final String INTERNAL = "AWS Internal";

    private final String account;

    CloudTrailIdentity(String account) {
        this.account = account;
    }

    /// For what a service does by itself.
    Map<String, Object> ofService() {
        return ordered("accountId", account, "invokedBy", INTERNAL);
    }

    Map<String, Object> of(Actor actor) {
        return switch (actor.type()) {
            case "AWSService" -> ordered("type", actor.type(), "invokedBy", actor.arn());
            case "AssumedRole" -> assumedRole(actor);
            case "Root" -> person(actor, account);
            default -> {
                Map<String, Object> user = person(actor, actor.principalId().orElseGet(actor::name));
                user.put("userName", actor.name());
                yield withService(user, actor);
            }
        };
    }

    private Map<String, Object> person(Actor actor, String principalId) {
        Map<String, Object> identity = ordered(
                "type", actor.type(), "principalId", principalId, "arn", actor.arn(), "accountId", account);
        actor.accessKeyId().ifPresent(id -> identity.put("accessKeyId", id));
        return actor.type().equals("Root") ? withService(identity, actor) : identity;
    }

    /// `arn:aws:sts::123456789012:assumed-role/ROLE/SESSION`
    private Map<String, Object> assumedRole(Actor actor) {
        String[] parts = actor.arn().split("/", 3);
        String role = parts.length == 3 ? parts[1] : actor.name();
        String roleId = actor.session().map(RoleSession::roleId).orElse(role);
        Map<String, Object> identity = person(actor, parts.length == 3 ? roleId + ":" + parts[2] : roleId);
        Map<String, Object> context = new LinkedHashMap<>();
        context.put(
                "sessionIssuer",
                ordered(
                        "type", "Role",
                        "principalId", roleId,
                        "arn", "arn:aws:iam::" + account + ":role/" + role,
                        "accountId", account,
                        "userName", role));
        context.put("webIdFederationData", Map.of());
        actor.session().ifPresent(session -> context.put("attributes", attributes(session.start())));
        actor.session().flatMap(RoleSession::sourceIdentity).ifPresent(who -> context.put("sourceIdentity", who));
        identity.put("sessionContext", context);
        return withService(identity, actor);
    }

    private static Map<String, Object> attributes(Instant start) {
        return ordered("creationDate", start.truncatedTo(ChronoUnit.SECONDS).toString(), "mfaAuthenticated", "false");
    }

    private static Map<String, Object> withService(Map<String, Object> identity, Actor actor) {
        actor.via().ifPresent(service -> identity.put("invokedBy", service));
        return identity;
    }

    static Map<String, Object> ordered(String... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
