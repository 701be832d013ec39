package app.keyhold.desktop.due;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.CaughtUp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A look of the schedule in sentences.
final class DueWords {
    private static final Words WORDS = Words.of(DueWords.class);

    private static final int NAMED = 4;

    private final Formats formats;

    DueWords(Formats formats) {
        this.formats = formats;
    }

    List<DueNote> of(CaughtUp look) {
        var notes = new ArrayList<DueNote>();
        if (!look.rotated().isEmpty()) {
            notes.add(rotated(look.rotated()));
        }
        look.deleted().forEach(deleted -> notes.add(deleted(deleted)));
        var announced = waiting(look, CaughtUp.Why.FIRST_ANNOUNCED);
        if (!announced.isEmpty()) {
            notes.add(new DueNote(
                    DueNote.Kind.ANNOUNCED,
                    Tone.WARN,
                    WORDS.get("announced", names(announced.stream().map(CaughtUp.Waiting::name).toList())),
                    WORDS.get("announced.detail")));
        }
        var unconfirmed = waiting(look, CaughtUp.Why.DATE_UNCONFIRMED);
        look.doubt().filter(doubt -> !unconfirmed.isEmpty() || !doubt.ahead()).ifPresent(doubt -> notes.add(
                new DueNote(DueNote.Kind.UNCONFIRMED, Tone.WARN, doubtful(doubt), held(unconfirmed))));
        look.failed().forEach(failed -> notes.add(new DueNote(
                DueNote.Kind.FAILED,
                Tone.BAD,
                WORDS.get("failed", DueNote.bare(failed.name())),
                WORDS.get("failed.detail", failed.message()))));
        return notes;
    }

    private static List<CaughtUp.Waiting> waiting(CaughtUp look, CaughtUp.Why why) {
        return look.waiting().stream().filter(one -> one.why() == why).toList();
    }

    private static DueNote rotated(List<CaughtUp.Rotated> rotated) {
        return new DueNote(
                DueNote.Kind.ROTATED,
                Tone.OK,
                WORDS.get("rotated", names(rotated.stream().map(CaughtUp.Rotated::name).toList())),
                WORDS.get("rotated.detail"));
    }

    /// Which copies there are is told whole: each holds the key as long as it exists.
    private static DueNote deleted(CaughtUp.Deleted deleted) {
        boolean gone = deleted.stillHolding().isEmpty() && deleted.leftInToken().isEmpty();
        return new DueNote(
                DueNote.Kind.DELETED,
                gone ? Tone.OK : Tone.WARN,
                WORDS.get("deleted", DueNote.bare(deleted)),
                Stream.of(Copies.sentence(deleted.stillHolding()), leftInToken(deleted))
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private static String leftInToken(CaughtUp.Deleted deleted) {
        return deleted.leftInToken()
                .map(object -> WORDS.get("leftInToken", object))
                .orElse("");
    }

    /// `This computer says it is 25 Nov 2031; the vault was last used on 3 Mar 2026.`
    private String doubtful(CaughtUp.Doubt doubt) {
        return doubt.ahead()
                ? WORDS.get("doubt.ahead", formats.date(doubt.now()), formats.date(doubt.seen()))
                : WORDS.get("doubt.behind", formats.date(doubt.now()), formats.date(doubt.seen()));
    }

    private String held(List<CaughtUp.Waiting> unconfirmed) {
        return unconfirmed.isEmpty()
                ? WORDS.get("held.none")
                : WORDS.get("held", names(unconfirmed.stream().map(CaughtUp.Waiting::name).toList()));
    }

    private static String names(List<String> names) {
        String first = names.stream().limit(NAMED).map(DueNote::bare).collect(Collectors.joining(", "));
        int more = names.size() - NAMED;
        return more > 0 ? WORDS.get("names", first, more) : first;
    }

}
