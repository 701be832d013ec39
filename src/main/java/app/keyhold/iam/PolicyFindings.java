package app.keyhold.iam;

import app.keyhold.iam.Decision.Reason;
import app.keyhold.iam.PrincipalClause.Match;
import app.keyhold.iam.Statement.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The statements of one policy that apply to a question.
///
/// @param source as reasons name the policy
/// @param inDoubt statements that would allow it if the ARN they name meant who has it now
record PolicyFindings(String source, List<Found> found, List<Found> inDoubt) {
    PolicyFindings {
        found = List.copyOf(found);
        inDoubt = List.copyOf(inDoubt);
    }

    static PolicyFindings of(Question question, String source, PolicyDocument policy) {
        return of(question, source, policy, Instant.MAX);
    }

    /// @param since the earliest moment at which the policy can have been written
    static PolicyFindings of(Question question, String source, PolicyDocument policy, Instant since) {
        List<Found> found = new ArrayList<>();
        List<Found> inDoubt = new ArrayList<>();
        boolean nameIsCertain = question.boreNameAt(since);
        for (Statement statement : policy.statements()) {
            Match match = statement.match(question, nameIsCertain);
            Match byName = nameIsCertain ? match : statement.match(question, true);
            boolean applies = (match != Match.NONE || byName != Match.NONE)
                    && statement.isAbout(question)
                    && statement.unmet(question).isEmpty();
            if (applies && match != Match.NONE) {
                found.add(new Found(source, question.action(), statement, match));
            }
            if (applies && byName != match && statement.effect() == Effect.Allow) {
                inDoubt.add(new Found(source, question.action(), statement, byName));
            }
        }
        return new PolicyFindings(source, found, inDoubt);
    }

    /// The first condition that does not hold of each statement that would allow it otherwise.
    static List<Reason> unmet(Question question, String source, PolicyDocument policy) {
        List<Reason> unmet = new ArrayList<>();
        for (Statement statement : policy.statements()) {
            Match match = statement.match(question, true);
            if (match != Match.NONE && statement.effect() == Effect.Allow && statement.isAbout(question)) {
                var found = new Found(source, question.action(), statement, match);
                statement.unmet(question)
                        .map(condition -> found.name() + " would allow " + question.action() + " if its condition "
                                + condition.operator() + " on " + condition.key().name() + " held.")
                        .map(sentence -> Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1))
                        .ifPresent(sentence -> unmet.add(new Reason(source, statement.label(), sentence)));
            }
        }
        return unmet;
    }

    Optional<Found> allow(Match match) {
        return found.stream()
                .filter(one -> one.statement.effect() == Effect.Allow && one.match == match)
                .findFirst();
    }

    /// What to do about names that may have meant somebody else.
    List<Reason> doubts() {
        return inDoubt.stream()
                .map(one -> new Reason(
                        source,
                        one.statement.label(),
                        "The " + source + "'s statement \"" + one.statement.label() + "\" names somebody by an ARN that the "
                                + "caller got later. If they are meant, put the policy again."))
                .toList();
    }

    List<Reason> denials() {
        return found.stream()
                .filter(one -> one.statement.effect() == Effect.Deny)
                .map(one -> new Reason(
                        source,
                        one.statement.label(),
                        "Denied by " + one.name() + ", which no permission outweighs."))
                .toList();
    }

    record Found(String source, String action, Statement statement, Match match) {
        /// Why it allows.
        Reason reason() {
            return new Reason(
                    source,
                    statement.label(),
                    match == Match.ACCOUNT
                            ? "The " + source + "'s statement \"" + statement.label() + "\" leaves " + action
                                    + " to identity policies."
                            : "Allowed by " + name() + ".");
        }

        private String name() {
            return switch (source) {
                case "key policy", "trust policy", "permissions boundary", "session policy" ->
                    "the " + source + "'s statement \"" + statement.label() + "\"";
                default -> "statement \"" + statement.label() + "\" of policy " + source;
            };
        }
    }
}
