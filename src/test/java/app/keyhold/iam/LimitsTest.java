package app.keyhold.iam;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.iam.Identity.NamedPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How boundary and session policy limit what identity policies and key policies give.
class LimitsTest {
    private static final String ACCOUNT = "111122223333";
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/0a1b";
    private static final Principal EVA = new Principal.User(ACCOUNT, "eva");
    private static final Principal SESSION = new Principal.AssumedRole(ACCOUNT, "auditor", "eva");

    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    /// `yes` allows, `no` says nothing, `deny` denies; `-` there is none.
    @ParameterizedTest(name = "{0} named by {1}, identity {2}, boundary {3}, session {4}: {5}")
    @CsvSource({
        // an allow for oneself is enough
        "user,    user,    no,   -,    -,    allowed",
        "user,    user,    no,   no,   -,    allowed",
        "session, session, no,   no,   no,   allowed",
        "session, all,     no,   no,   no,   allowed",
        "user,    all,     no,   no,   -,    allowed",
        // one for a session's role is limited
        "session, role,    no,   -,    -,    allowed",
        "session, role,    no,   yes,  yes,  allowed",
        "session, role,    yes,  no,   yes,  permissions boundary",
        "session, role,    yes,  yes,  no,   session policy",
        // one for the account waits for identity policies
        "user,    account, yes,  -,    -,    allowed",
        "user,    account, no,   yes,  -,    identity policies",
        "user,    account, yes,  yes,  -,    allowed",
        "user,    account, yes,  no,   -,    permissions boundary",
        "session, account, yes,  yes,  yes,  allowed",
        "session, account, yes,  yes,  no,   session policy",
        "session, account, no,   yes,  yes,  identity policies",
        // nobody else's is
        "user,    nobody,  yes,  yes,  -,    key policy",
        "session, user,    yes,  yes,  yes,  key policy",
        "user,    foreign, yes,  yes,  -,    key policy",
        // a deny outweighs everything
        "user,    user,    deny, -,    -,    Identity",
        "user,    user,    yes,  deny, -,    permissions boundary",
        "session, session, yes,  yes,  deny, session policy",
        "session, role,    deny, yes,  yes,  Identity",
    })
    void onAKey(String who, String named, String identity, String boundary, String session, String outcome) {
        Decision decision = evaluator.decideOnResource(
                question(who), ResourcePolicy.ofKey(keyPolicy(named)), authority(identity, boundary, session));

        assertThat(outcome(decision)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "identity {0}, boundary {1}, session {2}: {3}")
    @CsvSource({
        "yes,  -,    -,    allowed",
        "no,   -,    -,    identity policies",
        "yes,  yes,  yes,  allowed",
        "yes,  no,   yes,  permissions boundary",
        "yes,  yes,  no,   session policy",
        "yes,  deny, yes,  permissions boundary",
        "yes,  yes,  deny, session policy",
        "no,   yes,  yes,  identity policies",
    })
    void onWhatHasNoPolicyOfItsOwn(String identity, String boundary, String session, String outcome) {
        Decision decision =
                evaluator.decideByIdentity(question("session"), authority(identity, boundary, session));

        assertThat(outcome(decision)).isEqualTo(outcome);
    }

    @Test
    void everyPolicyThatHadASayIsAmongTheReasons() {
        Decision decision = evaluator.decideOnResource(
                question("session"), ResourcePolicy.ofKey(keyPolicy("account")), authority("yes", "yes", "yes"));

        assertThat(decision.reasons())
                .extracting(Decision.Reason::text)
                .containsExactly(
                        "The key policy's statement \"named\" leaves kms:Sign to identity policies.",
                        "Allowed by statement \"yes\" of policy Identity.",
                        "Allowed by the permissions boundary's statement \"yes\".",
                        "Allowed by the session policy's statement \"yes\".");
    }

    @Test
    void aDenyForTheAccountOrTheRoleReachesTheirSessions() {
        assertThat(List.of("account", "role", "session", "all")).allSatisfy(named -> {
            String policy = keyPolicy(named).replace("\"Allow\"", "\"Deny\"");
            Decision decision = evaluator.decideOnResource(
                    question("session"), ResourcePolicy.ofKey(policy), authority("yes", "-", "-"));

            assertThat(decision).isInstanceOfSatisfying(Decision.Denied.class, denied -> assertThat(denied.explicit())
                    .isTrue());
        });
    }

    private static String outcome(Decision decision) {
        return decision.isAllowed() ? "allowed" : decision.reasons().getFirst().source();
    }

    private static Question question(String who) {
        Principal principal = who.equals("user") ? EVA : SESSION;
        return new Question(principal, ACCOUNT, "kms:Sign", KEY, Facts.NONE);
    }

    private static String keyPolicy(String named) {
        String principal =
                switch (named) {
                    case "user" -> "{\"AWS\":\"" + EVA.arn() + "\"}";
                    case "session" -> "{\"AWS\":\"" + SESSION.arn() + "\"}";
                    case "role" -> "{\"AWS\":\"arn:aws:iam::111122223333:role/auditor\"}";
                    case "account" -> "{\"AWS\":\"111122223333\"}";
                    case "foreign" -> "{\"AWS\":[\"444455556666\",\"arn:aws:iam::444455556666:user/eva\"]}";
                    case "all" -> "\"*\"";
                    default -> "{\"AWS\":\"arn:aws:iam::111122223333:user/tom\"}";
                };
        return "{\"Statement\":{\"Sid\":\"named\",\"Effect\":\"Allow\",\"Principal\":" + principal
                + ",\"Action\":\"kms:*\",\"Resource\":\"*\"}}";
    }

    private static Authority authority(String identity, String boundary, String session) {
        return new Authority(
                List.of(new NamedPolicy("Identity", policy(identity))), optional(boundary), optional(session));
    }

    private static Optional<String> optional(String answer) {
        return answer.equals("-") ? Optional.empty() : Optional.of(policy(answer));
    }

    private static String policy(String answer) {
        String effect = answer.equals("deny") ? "Deny" : "Allow";
        String action = answer.equals("no") ? "kms:Encrypt" : "*";
        return "{\"Statement\":{\"Sid\":\"" + answer + "\",\"Effect\":\"" + effect + "\",\"Action\":\"" + action
                + "\",\"Resource\":\"*\"}}";
    }
}
