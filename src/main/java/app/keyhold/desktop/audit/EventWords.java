package app.keyhold.desktop.audit;

import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.LookupEvents.Effect;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.operation.screen.LookupEvents.Result;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a person reads about an event.
public final class EventWords {
    private static final Words WORDS = Words.of(EventWords.class);
    private static final String EXCEPTION = "Exception"; // not words
    private static final String CONTEXT = "encryptionContext.";

    /// Said elsewhere in the pane, or only how a screen asked.
    private static final Set<String> HAVE_THEIR_OWN_LINE = Set.of("keyId", "screenSession", "from", "until", "buckets", "limit");

    private static final Pattern ID = Pattern.compile("(mrk-)?[0-9a-f-]{32,36}");
    private static final int SHOWN_OF_ID = 8;

    private EventWords() {}

    public static Tone tone(Result result) {
        return switch (result) {
            case ALLOWED -> Tone.OK;
            case DENIED -> Tone.BAD;
            case FAILED -> Tone.WARN;
        };
    }

    public static String word(Result result) {
        return switch (result) {
            case ALLOWED -> WORDS.get("result.allowed");
            case DENIED -> WORDS.get("result.denied");
            case FAILED -> WORDS.get("result.refused");
        };
    }

    /// The keys by name; a dash where the event concerns none.
    public static String keys(Event event) {
        return event.keyNames().isEmpty()
                ? "–"
                : event.keyNames().stream().map(EventWords::bare).collect(Collectors.joining(", "));
    }

    /// The keys by name, those that are gone by their whole id.
    static String keysInFull(Event event) {
        return event.keyNames().isEmpty()
                ? "–"
                : event.keyNames().stream().map(KeyWords::bare).collect(Collectors.joining(", "));
    }

    /// Of a key that is gone nothing is left but its id, too long for a list: its beginning, as elsewhere.
    private static String bare(String name) {
        if (ID.matcher(name).matches()) {
            return name.substring(0, SHOWN_OF_ID) + "…";
        }
        return KeyWords.bare(name);
    }

    /// `owner, files` for a call the files room forwarded.
    public static String who(Event event) {
        return event.via()
                .map(service -> WORDS.get("who.through", event.principalName(), shortService(service)))
                .orElse(event.principalName());
    }

    static String shortService(String service) {
        int dot = service.indexOf('.');
        return dot < 0 ? service : service.substring(0, dot);
    }

    /// Why it was refused, or what sets it apart.
    static String note(Event event) {
        return switch (event.result()) {
            case DENIED -> event.reasons().stream().findFirst().orElse(WORDS.get("note.noStatement"));
            case FAILED -> event.errorCode().map(EventWords::shortError).orElse("");
            case ALLOWED -> event.effect() == Effect.ADMINISTRATION ? WORDS.get("note.administration") : "";
        };
    }

    /// `NotFoundException` as `NotFound`; the pane has the whole name.
    private static String shortError(String code) {
        return code.endsWith(EXCEPTION) ? code.substring(0, code.length() - EXCEPTION.length()) : code;
    }

    /// `run=2026-11`, the pairs of the encryption context.
    static String context(Event event) {
        return event.facts().entrySet().stream()
                .filter(fact -> fact.getKey().startsWith(CONTEXT))
                .map(fact -> fact.getKey().substring(CONTEXT.length()) + "=" + fact.getValue())
                .collect(Collectors.joining(", "));
    }

    /// What else is recorded, without the context and what has a line of its own.
    static Map<String, String> otherFacts(Event event) {
        return event.facts().entrySet().stream()
                .filter(fact -> !fact.getKey().startsWith(CONTEXT))
                .filter(fact -> !HAVE_THEIR_OWN_LINE.contains(fact.getKey()) && !fact.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, java.util.TreeMap::new));
    }

    /// One sentence for a screen reader.
    static String sentence(Event event, Moments moments) {
        return WORDS.get(
                "event.sentence",
                moments.formats().time(event.time()),
                event.name(),
                word(event.result()),
                keysInFull(event),
                who(event));
    }
}
