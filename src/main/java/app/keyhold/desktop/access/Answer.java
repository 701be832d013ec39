package app.keyhold.desktop.access;

import app.keyhold.desktop.part.Tone;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy.EvaluationResult;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy.MatchedStatement;
import java.util.List;

/// What the policies would answer to one question, in words.
///
/// @param who as asked
/// @param what as asked
public record Answer(String who, Subject what, EvaluationResult result) {
    Tone tone() {
        return switch (result.evalDecision()) {
            case "allowed" -> Tone.OK;
            case "explicitDeny" -> Tone.BAD;
            default -> Tone.WARN;
        };
    }

    String word() {
        return switch (result.evalDecision()) {
            case "allowed" -> "Allowed";
            case "explicitDeny" -> "Denied outright";
            default -> "Not allowed";
        };
    }

    /// `kms:Decrypt on payroll by eva`
    String question() {
        String on = what.equals(Subject.NOTHING) ? "" : " on " + what.name();
        return result.evalActionName() + on + " by " + who;
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
                    case "resource" -> "the " + matched.sourcePolicyId() + " of " + what.name();
                    case "user", "role" -> who + "’s policy " + matched.sourcePolicyId();
                    default -> matched.sourcePolicyId();
                };
        return matched.statementId() + ", in " + where;
    }

    /// Condition keys that policies asked for and nobody said.
    List<String> missing() {
        return result.missingContextValues();
    }

    /// For a screen reader.
    String sentence() {
        return word() + ": " + question() + ". " + String.join(" ", reasons());
    }
}
