package app.keyhold.iam;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.iam.Identity.NamedPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyEvaluatorTest {
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "us-east-1";
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/0a1b";
    private static final Principal OWNER = new Principal.Root(ACCOUNT);
    private static final Principal EVA = new Principal.User(ACCOUNT, "eva");
    private static final List<NamedPolicy> NONE = List.of();
    private static final List<NamedPolicy> KEY_USER = List.of(IdentityPolicies.keyUser());

    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    @Test
    void defaultPolicyLeavesTheDecisionToIdentityPolicies() {
        Decision decision = onKey(EVA, "kms:Encrypt", KeyPolicies.defaultPolicy(ACCOUNT), KEY_USER);

        assertThat(decision.isAllowed()).isTrue();
        assertThat(decision.reasons())
                .extracting(Decision.Reason::text)
                .containsExactly(
                        "The key policy's statement \"Enable IAM User Permissions\" leaves kms:Encrypt to identity policies.",
                        "Allowed by statement \"UseKeys\" of policy KeyUserAccess.");
    }

    @Test
    void defaultPolicyAloneAllowsNobody() {
        Decision decision = onKey(EVA, "kms:Encrypt", KeyPolicies.defaultPolicy(ACCOUNT), NONE);

        assertThat(decision).isInstanceOfSatisfying(Decision.Denied.class, denied -> {
            assertThat(denied.explicit()).isFalse();
            assertThat(denied.reasons().getFirst().text())
                    .isEqualTo("No identity policy of eva allows kms:Encrypt.");
        });
    }

    @Test
    void identityPoliciesCountForNothingWithoutAStatementForTheAccount() {
        String policy = keyPolicy("""
                {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/tom"}, "Action": "kms:*", "Resource": "*"}""");

        Decision decision = onKey(OWNER, "kms:Encrypt", policy, List.of(IdentityPolicies.administrator()));

        assertThat(decision.isAllowed()).isFalse();
        assertThat(decision.reasons().getFirst().source()).isEqualTo(PolicyEvaluator.KEY_POLICY);
    }

    @Test
    void keyPolicyAllowsAUserItNamesWithoutAnyIdentityPolicy() {
        String policy = keyPolicy("""
                {"Sid": "Eva", "Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam::111122223333:user/eva"]},
                 "Action": "kms:enc*", "Resource": "*"}""");

        assertThat(onKey(EVA, "kms:Encrypt", policy, NONE).reasons())
                .extracting(Decision.Reason::text)
                .containsExactly("Allowed by the key policy's statement \"Eva\".");
        assertThat(onKey(EVA, "kms:Decrypt", policy, NONE).isAllowed()).isFalse();
    }

    @Test
    void accountByItsNumberMeansTheSameAsItsRoot() {
        String policy = keyPolicy("""
                {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "kms:*", "Resource": "*"}""");

        assertThat(onKey(EVA, "kms:Encrypt", policy, KEY_USER).isAllowed()).isTrue();
        assertThat(onKey(EVA, "kms:Encrypt", policy, NONE).isAllowed()).isFalse();
        assertThat(onKey(OWNER, "kms:Encrypt", policy, NONE).isAllowed()).isTrue();
    }

    @Test
    void denyInTheKeyPolicyBeatsEveryAllow() {
        String policy = keyPolicy("""
                {"Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*"},
                {"Sid": "NotEva", "Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:user/eva"},
                 "Action": "kms:Decrypt", "Resource": "*"}""");

        assertThat(onKey(EVA, "kms:Decrypt", policy, List.of(IdentityPolicies.administrator())))
                .isInstanceOfSatisfying(Decision.Denied.class, denied -> {
                    assertThat(denied.explicit()).isTrue();
                    assertThat(denied.reasons()).extracting(Decision.Reason::statement).containsExactly("NotEva");
                });
    }

    @Test
    void denyInAnIdentityPolicyBeatsTheKeyPolicysAllow() {
        String policy = keyPolicy("""
                {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:*", "Resource": "*"}""");
        var never = new NamedPolicy("Never", identityPolicy("""
                {"Effect": "Deny", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:*:*:key/0a1?"}"""));

        assertThat(onKey(EVA, "kms:Decrypt", policy, List.of(never)).isAllowed()).isFalse();
        assertThat(onKey(EVA, "kms:Encrypt", policy, List.of(never)).isAllowed()).isTrue();
    }

    @Test
    void denyForTheAccountMeansEverybodyInIt() {
        String policy = keyPolicy("""
                {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"},
                {"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:Sign", "Resource": "*"}""");

        assertThat(onKey(EVA, "kms:Sign", policy, NONE).isAllowed()).isFalse();
    }

    @Test
    void notPrincipalSparesOnlyWhomItNames() {
        String policy = keyPolicy("""
                {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"},
                {"Effect": "Deny", "NotPrincipal": {"AWS": "arn:aws:iam::111122223333:user/eva"}, "Action": "*", "Resource": "*"}""");

        assertThat(onKey(EVA, "kms:Sign", policy, NONE).isAllowed()).isTrue();
        assertThat(onKey(OWNER, "kms:Sign", policy, NONE).isAllowed()).isFalse();
    }

    @Test
    void notActionAllowsEverythingElse() {
        var most = new NamedPolicy("Most", identityPolicy("""
                {"Effect": "Allow", "NotAction": ["kms:Delete*", "kms:ScheduleKeyDeletion"], "Resource": "*"}"""));

        assertThat(byIdentity(EVA, "kms:CreateKey", List.of(most)).isAllowed()).isTrue();
        assertThat(byIdentity(EVA, "kms:schedulekeydeletion", List.of(most)).isAllowed()).isFalse();
    }

    @Test
    void notResourceLeavesOutWhatItNames() {
        var others = new NamedPolicy("Others", identityPolicy("""
                {"Effect": "Allow", "Action": "kms:*", "NotResource": "arn:aws:kms:us-east-1:111122223333:key/0a1b"}"""));

        assertThat(onKey(EVA, "kms:Encrypt", KeyPolicies.defaultPolicy(ACCOUNT), List.of(others)).isAllowed()).isFalse();
        assertThat(byIdentity(EVA, "kms:Encrypt", List.of(others)).isAllowed()).isTrue();
    }

    @Test
    void aResourcePatternDoesNotStretchToWhatIsAboutNoResource() {
        var keysOnly = new NamedPolicy("KeysOnly", identityPolicy("""
                {"Effect": "Allow", "Action": "kms:*", "Resource": "arn:aws:kms:*:*:key/*"}"""));

        assertThat(byIdentity(EVA, "kms:CreateKey", List.of(keysOnly)).isAllowed()).isFalse();
    }

    @Test
    void serviceKeyOpensOnlyThroughItsService() {
        String policy = KeyPolicies.serviceManaged(ACCOUNT, REGION, Principal.Service.FILES);
        Caller eva = Caller.of(EVA, Origin.INTERNAL);
        Caller throughFiles = new ForwardedAccess(Principal.Service.FILES).forward(eva);
        Caller throughOther = new ForwardedAccess(new Principal.Service("ebs")).forward(eva);

        assertThat(onKey(throughFiles, "kms:Decrypt", policy, KEY_USER).isAllowed()).isTrue();
        assertThat(onKey(throughOther, "kms:Decrypt", policy, KEY_USER).isAllowed()).isFalse();
        assertThat(onKey(eva, "kms:Decrypt", policy, KEY_USER).isAllowed()).isFalse();
    }

    @Test
    void serviceKeyGivesNobodyWhatTheirOwnPoliciesDoNot() {
        String policy = KeyPolicies.serviceManaged(ACCOUNT, REGION, Principal.Service.FILES);
        Caller throughFiles = new ForwardedAccess(Principal.Service.FILES).forward(Caller.of(EVA, Origin.INTERNAL));

        assertThat(onKey(throughFiles, "kms:Decrypt", policy, NONE).isAllowed()).isFalse();
    }

    @Test
    void serviceKeyIsSeenByAllAndManagedByNobody() {
        String policy = KeyPolicies.serviceManaged(ACCOUNT, REGION, Principal.Service.FILES);

        assertThat(onKey(EVA, "kms:DescribeKey", policy, KEY_USER).isAllowed()).isTrue();
        assertThat(List.of("kms:PutKeyPolicy", "kms:DisableKey", "kms:ScheduleKeyDeletion", "kms:Decrypt"))
                .allSatisfy(action -> assertThat(
                                onKey(OWNER, action, policy, List.of(IdentityPolicies.administrator())).isAllowed())
                        .isFalse());
    }

    @Test
    void aConditionOnAFactTheRequestLacksNeverHolds() {
        var like = new NamedPolicy("Like", identityPolicy("""
                {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"StringLike": {"kms:ViaService": "*"}}}"""));

        assertThat(byIdentity(EVA, "kms:CreateKey", List.of(like)).isAllowed()).isFalse();
    }

    @Test
    void allConditionsOfAStatementMustHold() {
        var both = new NamedPolicy("Both", identityPolicy("""
                {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {
                   "StringLike": {"aws:principalarn": ["arn:aws:iam::*:user/e?a", "nobody"]},
                   "StringEquals": {"kms:CallerAccount": "111122223333"}}}"""));

        assertThat(byIdentity(EVA, "kms:CreateKey", List.of(both)).isAllowed()).isTrue();
        assertThat(byIdentity(OWNER, "kms:CreateKey", List.of(both)).isAllowed()).isFalse();
    }

    @Test
    void keyUserUsesKeysAndAdministersNothing() {
        String policy = KeyPolicies.defaultPolicy(ACCOUNT);

        assertThat(List.of("kms:Decrypt", "kms:ReEncryptFrom", "kms:GenerateDataKeyWithoutPlaintext", "kms:DescribeKey"))
                .allSatisfy(action -> assertThat(onKey(EVA, action, policy, KEY_USER).isAllowed()).isTrue());
        assertThat(List.of("kms:DisableKey", "kms:PutKeyPolicy", "kms:CreateKey", "kms:TagResource", "kms:CreateAlias"))
                .allSatisfy(action -> assertThat(onKey(EVA, action, policy, KEY_USER).isAllowed()).isFalse());
    }

    @Test
    void aStoredPolicyThatCannotBeUnderstoodAllowsNothing() {
        assertThat(onKey(OWNER, "kms:Encrypt", "{", List.of(IdentityPolicies.administrator())).isAllowed()).isFalse();
    }

    private Decision onKey(Principal who, String action, String keyPolicy, List<NamedPolicy> policies) {
        return onKey(Caller.of(who, Origin.INTERNAL), action, keyPolicy, policies);
    }

    private Decision onKey(Caller who, String action, String keyPolicy, List<NamedPolicy> policies) {
        return evaluator.decideOnResource(question(who, action, KEY), ResourcePolicy.ofKey(keyPolicy), with(policies));
    }

    private Decision byIdentity(Principal who, String action, List<NamedPolicy> policies) {
        return evaluator.decideByIdentity(question(Caller.of(who, Origin.INTERNAL), action, "*"), with(policies));
    }

    private static Question question(Caller who, String action, String resource) {
        Facts facts = new CallerFacts(who, Optional.of("AIDAEVA"), ACCOUNT, REGION, Instant.EPOCH);
        return new Question(who.principal(), ACCOUNT, action, resource, facts);
    }

    private static Authority with(List<NamedPolicy> policies) {
        return new Authority(policies, Optional.empty(), Optional.empty());
    }

    private static String keyPolicy(String statements) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}";
    }

    private static String identityPolicy(String statement) {
        return keyPolicy(statement);
    }
}
