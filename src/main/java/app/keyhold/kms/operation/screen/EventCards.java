package app.keyhold.kms.operation.screen;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditEvent.Outcome;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.CloudTrailForm;
import app.keyhold.audit.Detail;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.operation.screen.LookupEvents.Effect;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.operation.screen.LookupEvents.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns audit rows into what a timeline shows. For one answer: names of keys are looked up once.
final class EventCards {
    private static final String DECISION = "decision";
    private static final String KEY_MATERIAL_ID = "keyMaterialId";

    private final View view;
    private final Map<String, String> names = new HashMap<>();

    EventCards(View view) {
        this.view = view;
    }

    Event card(AuditRow row) {
        AuditEvent event = row.event();
        Optional<Outcome.Refused> refused =
                event.outcome() instanceof Outcome.Refused refusal ? Optional.of(refusal) : Optional.empty();
        return new Event(
                row.number(),
                event.time(),
                event.name(),
                event.source(),
                effect(event.effect()),
                event.isDenied() ? Result.DENIED : refused.isPresent() ? Result.FAILED : Result.ALLOWED,
                refused.map(Outcome.Refused::code),
                refused.map(Outcome.Refused::message).filter(message -> !message.isEmpty()),
                event.actor().arn(),
                event.actor().name(),
                event.actor().via(),
                event.actor().sourceAddress(),
                event.resources(),
                event.resources().stream().map(this::nameOf).toList(),
                text(event.additional().values().get(KEY_MATERIAL_ID)),
                texts(event.additional().values().get(DECISION)),
                facts(event),
                CloudTrailForm.of(event, view.account(), view.region()),
                row.previousHash().hex(),
                row.hash().hex(),
                row.body());
    }

    private static Effect effect(AuditEvent.Effect effect) {
        return switch (effect) {
            case READ -> Effect.READ;
            case USE -> Effect.USE;
            case ADMINISTRATION -> Effect.ADMINISTRATION;
        };
    }

    /// An alias where there is one, else the last part of the ARN.
    String nameOf(String arn) {
        return names.computeIfAbsent(arn, unnamed -> {
            String last = unnamed.substring(Math.max(unnamed.lastIndexOf('/'), unnamed.lastIndexOf(':')) + 1);
            return unnamed.contains(":key/")
                    ? view.aliasesOf(last).stream().findFirst().map(Alias::name).orElse(last)
                    : last;
        });
    }

    private static Optional<String> text(@Nullable Detail detail) {
        return detail instanceof Detail.Text(String value) ? Optional.of(value) : Optional.empty();
    }

    private static List<String> texts(@Nullable Detail detail) {
        return detail instanceof Detail.Items(List<Detail> values)
                ? values.stream().flatMap(value -> text(value).stream()).toList()
                : List.of();
    }

    private static SortedMap<String, String> facts(AuditEvent event) {
        SortedMap<String, String> facts = new TreeMap<>();
        flatten("", event.requestParameters(), facts);
        event.additional().values().forEach((name, value) -> {
            if (!name.equals(DECISION) && !name.equals(KEY_MATERIAL_ID)) {
                flatten(name, value, facts);
            }
        });
        return facts;
    }

    private static void flatten(String name, Detail detail, Map<String, String> facts) {
        switch (detail) {
            case Detail.Text(String value) -> facts.put(name, value);
            case Detail.Number(long value) -> facts.put(name, Long.toString(value));
            case Detail.Flag(boolean value) -> facts.put(name, Boolean.toString(value));
            case Detail.Members(SortedMap<String, Detail> values) ->
                values.forEach((member, value) -> flatten(name.isEmpty() ? member : name + "." + member, value, facts));
            case Detail.Items(List<Detail> values) -> {
                for (int i = 0; i < values.size(); i++) {
                    flatten(name + "." + (i + 1), values.get(i), facts);
                }
            }
        }
    }
}
