package app.keyhold.desktop.health;

import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.util.Comparator;
import java.util.List;

/// How one check stands.
///
/// @param note a fact worth telling also when all is well; may be empty
record Result(Topic topic, State state, String note, List<Finding> findings) {
    private static final Words WORDS = Words.of(Result.class);

    enum State {
        NOT_RUN(Tone.OFF),
        RUNNING(Tone.INFO),
        WELL(Tone.OK),
        NOTE(Tone.INFO),
        WARNING(Tone.WARN),
        DAMAGE(Tone.BAD),
        /// It could not be looked at.
        UNKNOWN(Tone.WARN);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        Tone tone() {
            return tone;
        }
    }

    /// @param advice what to do; may be empty
    record Finding(State state, String about, String what, String advice, Fix fix) {}

    Result {
        findings = List.copyOf(findings);
    }

    static Result notRun(Topic topic) {
        return new Result(topic, State.NOT_RUN, "", List.of());
    }

    static Result running(Topic topic) {
        return new Result(topic, State.RUNNING, "", List.of());
    }

    /// As bad as the worst of its findings.
    static Result of(Topic topic, String note, List<Finding> findings) {
        State worst = findings.stream().map(Finding::state).max(Comparator.naturalOrder()).orElse(State.WELL);
        return new Result(topic, worst, note, findings);
    }

    static Result unknown(Topic topic, String why) {
        return new Result(
                topic, State.UNKNOWN, "", List.of(new Finding(State.UNKNOWN, WORDS.get(topic), why, "", Fix.NONE)));
    }

    String title() {
        return WORDS.get(topic);
    }

    String word() {
        return WORDS.get(state);
    }
}
