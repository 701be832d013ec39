package app.keyhold.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import app.keyhold.BesideOthers;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.NaiveEvaluator.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Tens of thousands of questions to policies drawn at random, each answered twice.
@BesideOthers
class TwoEvaluatorsTest {
    private static final long SEED = 20_260_301;
    private static final int POLICY_SETS = 2_500;
    private static final int QUESTIONS_EACH = 6;

    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    @Test
    void agreeOnEveryQuestion() {
        var random = new RandomPolicies(SEED);
        Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
        for (int i = 0; i < POLICY_SETS; i++) {
            NaiveEvaluator.Policies policies = random.policies();
            for (int q = 0; q < QUESTIONS_EACH; q++) {
                NaiveEvaluator.Request request = random.request();
                Outcome expected = new NaiveEvaluator(request, policies).decide();
                Decision decision = decide(request, policies);

                if (outcome(decision) != expected || decision.reasons().isEmpty()) {
                    fail("%s, not %s:%n%s%n%s", decision, expected, request, policies);
                }
                seen.merge(expected, 1, Integer::sum);
            }
        }
        // All three outcomes come up often enough to mean something.
        assertThat(seen).hasSize(3).allSatisfy((_, count) -> assertThat(count)
                .isGreaterThan(POLICY_SETS * QUESTIONS_EACH / 20));
    }

    private Decision decide(NaiveEvaluator.Request request, NaiveEvaluator.Policies policies) {
        Facts facts = key -> request.context().getOrDefault(key.name().toLowerCase(Locale.ROOT), List.of());
        var question =
                new Question(request.principal(), request.account(), request.action(), request.resource(), facts);
        List<NamedPolicy> identity = new ArrayList<>();
        policies.identity().forEach(document -> identity.add(new NamedPolicy("p" + identity.size(), document)));
        var authority = new Authority(identity, policies.boundary(), policies.session());
        return policies.onResource()
                .map(document -> evaluator.decideOnResource(question, ResourcePolicy.ofKey(document), authority))
                .orElseGet(() -> evaluator.decideByIdentity(question, authority));
    }

    private static Outcome outcome(Decision decision) {
        return switch (decision) {
            case Decision.Allowed _ -> Outcome.ALLOWED;
            case Decision.Denied(boolean explicit, _) ->
                explicit ? Outcome.EXPLICITLY_DENIED : Outcome.IMPLICITLY_DENIED;
        };
    }
}
