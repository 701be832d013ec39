package app.keyhold.desktop.keys.policy;

import java.util.List;

/// A statement as a form has it.
///
/// @param sid may be empty
/// @param principals ARNs, accounts, services, or `*`
record StatementDraft(
        String sid, boolean allows, Terms principals, Terms actions, Terms resources, List<ConditionDraft> conditions) {
    StatementDraft {
        conditions = List.copyOf(conditions);
    }

    /// One that a person goes on from.
    static StatementDraft fresh(String sid, String principal) {
        return new StatementDraft(sid, true, Terms.of(principal), Terms.of("kms:DescribeKey"), Terms.of("*"), List.of()); // not words
    }

    StatementDraft withSid(String now) {
        return new StatementDraft(now, allows, principals, actions, resources, conditions);
    }

    StatementDraft withAllows(boolean now) {
        return new StatementDraft(sid, now, principals, actions, resources, conditions);
    }

    StatementDraft withPrincipals(Terms now) {
        return new StatementDraft(sid, allows, now, actions, resources, conditions);
    }

    StatementDraft withActions(Terms now) {
        return new StatementDraft(sid, allows, principals, now, resources, conditions);
    }

    StatementDraft withResources(Terms now) {
        return new StatementDraft(sid, allows, principals, actions, now, conditions);
    }

    StatementDraft withConditions(List<ConditionDraft> now) {
        return new StatementDraft(sid, allows, principals, actions, resources, now);
    }
}
