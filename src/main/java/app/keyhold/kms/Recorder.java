package app.keyhold.kms;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.AuditEvent.Outcome;
import app.keyhold.audit.Detail;
import app.keyhold.audit.DraftEvent;
import app.keyhold.crypto.Randomness;
import app.keyhold.iam.Caller;
import app.keyhold.iam.Decision;
import app.keyhold.iam.Principal;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;

/// Writes down one call as an event, from what its operation declares and from the records themselves.
final class Recorder {
    private static final String KEY_MATERIAL_ID = "keyMaterialId";

    private final String region;
    private final String account;

    Recorder(String region, String account) {
        this.region = region;
        this.account = account;
    }

    /// Everything of the event but its time; empty for a change, of which only the writing tells what it did.
    <R> Optional<DraftEvent> draft(Steps<?, R> steps, Attempt<R> attempt) {
        return switch (attempt) {
            case Attempt.Refused<R> refused ->
                Optional.of(DraftEvent.of(refused(steps, refused, refused.refusal(), Instant.EPOCH)));
            case Attempt.Ready<R> ready ->
                switch (ready.prepared()) {
                    case Prepared.Answer<R>(R response) ->
                        Optional.of(DraftEvent.of(succeeded(steps, ready, response, List.of(), Instant.EPOCH)));
                    case Prepared.Change<R> _ -> Optional.empty();
                };
        };
    }

    <R> AuditEvent succeeded(Steps<?, R> steps, Attempt<R> attempt, R response, List<Change> changes, Instant now) {
        // What a read answers is nothing the trail keeps.
        Detail.Members elements =
                steps.operation().effect() == Effect.READ ? Detail.NOTHING : EventDetail.of((Record) response);
        return event(
                steps,
                attempt,
                now,
                steps.operation().effect() == Effect.ADMINISTRATION ? elements : Detail.NOTHING,
                additional(steps, attempt, elements),
                new Outcome.Succeeded(),
                changes);
    }

    <R> AuditEvent refused(Steps<?, R> steps, Attempt<R> attempt, KmsException refusal, Instant now) {
        return event(
                steps,
                attempt,
                now,
                Detail.NOTHING,
                additional(steps, attempt, Detail.NOTHING),
                new Outcome.Refused(
                        refusal.fault().name(), refusal.serviceMessage().orElse("")),
                List.of());
    }

    private AuditEvent event(
            Steps<?, ?> steps,
            Attempt<?> attempt,
            Instant now,
            Detail.Members responseElements,
            Detail.Members additional,
            Outcome outcome,
            List<Change> changes) {
        Operation<?, ?> operation = steps.operation();
        return new AuditEvent(
                now,
                Randomness.uuid(),
                operation.eventKind() == AuditEvent.Kind.API_CALL ? Optional.of(steps.requestId()) : Optional.empty(),
                operation.eventKind(),
                operation.eventSource(),
                operation.eventName(),
                operation.effect(),
                actor(steps.caller(), attempt.userId()),
                List.copyOf(resources(attempt.keys(), changes)),
                EventDetail.of((Record) steps.request()),
                responseElements,
                additional,
                outcome,
                changes);
    }

    private static AuditEvent.Actor actor(Caller caller, Optional<String> userId) {
        Principal principal = caller.principal();
        String type =
                switch (principal) {
                    case Principal.Root _ -> "Root";
                    case Principal.User _ -> "IAMUser";
                    case Principal.Role _, Principal.AssumedRole _ -> "AssumedRole";
                    case Principal.Service _ -> "AWSService";
                };
        return new AuditEvent.Actor(
                type,
                principal.arn(),
                principal.name(),
                caller.via().map(Principal.Service::arn),
                caller.origin().sourceAddress(),
                caller.origin().userAgent(),
                caller.origin().accessKeyId(),
                caller.session().map(session -> new AuditEvent.RoleSession(
                        session.roleId(), session.issued(), session.sourceIdentity())),
                caller.origin().tls().map(tls -> new AuditEvent.Tls(tls.version(), tls.cipherSuite(), tls.host())),
                userId);
    }

    /// The keys it named, then the keys and principals it wrote, or whose access keys.
    private SequencedSet<String> resources(List<Key> keys, List<Change> changes) {
        var resources = new LinkedHashSet<String>();
        keys.forEach(key -> resources.add(key.arn().toString()));
        for (Change change : changes) {
            switch (change.kind()) {
                case "key" -> resources.add(new KeyArn(region, account, change.identity()).toString());
                case "identity" -> resources.add(change.identity());
                case "accesskey" -> resources.add(change.identity().substring(0, change.identity().lastIndexOf('/')));
                default -> {}
            }
        }
        return resources;
    }

    private static Detail.Members additional(Steps<?, ?> steps, Attempt<?> attempt, Detail.Members response) {
        var additional = new TreeMap<String, Detail>();
        List<Detail> reasons = attempt.decisions().stream()
                .map(Decision::reasons)
                .flatMap(List::stream)
                .<Detail>map(reason -> new Detail.Text(reason.text()))
                .distinct()
                .toList();
        if (!reasons.isEmpty()) {
            additional.put("decision", new Detail.Items(reasons));
        }
        if (steps.operation().effect() != Effect.READ && !response.isEmpty()) {
            additional.putAll(materials(steps.operation().effect(), attempt.keys(), response));
        }
        return new Detail.Members(additional);
    }

    /// Which materials were used or made: as the answer names them, else the current one of the symmetric key in use.
    private static Map<String, Detail> materials(Effect effect, List<Key> keys, Detail.Members response) {
        var named = new TreeMap<String, Detail>();
        response.values().forEach((name, value) -> {
            if (name.toLowerCase(Locale.ROOT).endsWith("keymaterialid")) {
                named.put(name, value);
            }
        });
        if (named.isEmpty() && effect == Effect.USE && keys.size() == 1 && keys.getFirst().spec().isSymmetric()) {
            named.put(KEY_MATERIAL_ID, new Detail.Text(keys.getFirst().currentMaterial().id()));
        }
        return named;
    }
}
