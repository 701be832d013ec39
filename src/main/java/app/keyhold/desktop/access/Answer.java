package app.keyhold.desktop.access;

import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy.EvaluationResult;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy.MatchedStatement;
import java.util.List;

/// What the policies would answer to one question, in words.
///
/// @param who as asked
/// @param what as asked
public record Answer(String who, Subject what, EvaluationResult result) {
    private static final Words WORDS = Words.of(Answer.class);
    Tone tone() {
        return switch (result.evalDecision()) {
            case "allowed" -> Tone.OK;
            case "explicitDeny" -> Tone.BAD;
            default -> Tone.WARN;
        };
    }

    String word() {
        return switch (result.evalDecision()) {
            case "allowed" -> WORDS.get("decision.allowed");
            case "explicitDeny" -> WORDS.get("decision.denied");
            default -> WORDS.get("decision.notAllowed");
        };
    }

    /// `kms:Decrypt on payroll by eva`
    String question() {
        return what.isNothing()
                ? WORDS.get("answer.question", result.evalActionName(), who)
                : WORDS.get("answer.questionOn", result.evalActionName(), what.name(), who);
    }

    List<String> reasons() {
        return result.reasons();
    }

    /// `UseKeys, in eva’s policy KeyUserAccess`
    List<String> statements() {
        return result.matchedStatements().stream().map(this::statement).toList();
    }

    private String statement(MatchedStatement matched) {
        String where =
                switch (matched.sourcePolicyType()) {
                    case "resource" -> WORDS.get("answer.resourcePolicy", matched.sourcePolicyId(), what.name());
                    case "user", "role" -> WORDS.get("answer.ownPolicy", who, matched.sourcePolicyId());
                    default -> matched.sourcePolicyId();
                };
        return WORDS.get("answer.statement", matched.statementId(), where);
    }

    /// Condition keys that policies asked for and nobody said.
    List<String> missing() {
        return result.missingContextValues();
    }

    /// For a screen reader.
    String sentence() {
        return WORDS.get("why.sentence", question(), word(), String.join(" ", reasons()));
    }
}
