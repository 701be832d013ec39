package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.identity.PutRolePolicy;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy.ContextEntry;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy.EvaluationResult;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy.MatchedStatement;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.kms.operation.role.CreateRole;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulateTest {
    private static final String EVA = "arn:aws:iam::123456789012:user/eva";

    private final Desk desk = new Desk();
    private final String key = desk.createKey();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void saysWhichStatementsAllow() {
        desk.user("eva", IdentityPolicies.keyUser());

        var result = ask(EVA, "kms:Decrypt", Desk.arn(key));

        assertThat(result.evalDecision()).isEqualTo("allowed");
        assertThat(result.matchedStatements())
                .containsExactly(
                        new MatchedStatement("key policy", "resource", "Enable IAM User Permissions"),
                        new MatchedStatement("KeyUserAccess", "user", "UseKeys"));
        assertThat(result.reasons()).last().isEqualTo("Allowed by statement \"UseKeys\" of policy KeyUserAccess.");
    }

    @Test
    void saysWhyNot() {
        desk.user("eva", IdentityPolicies.keyUser());

        var result = ask(EVA, "kms:DisableKey", Desk.arn(key));

        assertThat(result.evalDecision()).isEqualTo("implicitDeny");
        assertThat(result.reasons()).first().isEqualTo("No identity policy of eva allows kms:DisableKey.");
    }

    @Test
    void namesTheConditionThatKeepsOut() {
        desk.user("eva", new NamedPolicy("Team", """
                {"Version": "2012-10-17", "Statement": {"Sid": "Red", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*",
                 "Condition": {"StringEquals": {"kms:EncryptionContext:team": "red"}}}}"""));

        var without = ask(EVA, "kms:Decrypt", Desk.arn(key));
        var with = ask(EVA, "kms:Decrypt", Desk.arn(key), entry("kms:EncryptionContext:Team", "red"));

        assertThat(without.evalDecision()).isEqualTo("implicitDeny");
        assertThat(without.missingContextValues()).containsExactly("kms:EncryptionContext:team");
        assertThat(without.reasons())
                .contains("Statement \"Red\" of policy Team would allow kms:Decrypt if its condition StringEquals on "
                        + "kms:EncryptionContext:team held.");
        assertThat(with.evalDecision()).isEqualTo("allowed");
        assertThat(with.missingContextValues()).isEmpty();
    }

    @Test
    void knowsTheKeysOwnFacts() {
        desk.user("eva", new NamedPolicy("Specs", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "kms:*", "Resource": "*",
                 "Condition": {"StringEquals": {"kms:KeySpec": "SYMMETRIC_DEFAULT", "kms:RequestAlias": "alias/pets"}}}}"""));
        desk.call(new CreateAlias.Request("alias/pets", key));

        assertThat(ask(EVA, "kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:alias/pets").evalDecision())
                .isEqualTo("allowed");
        assertThat(ask(EVA, "kms:Decrypt", Desk.arn(key)).missingContextValues()).containsExactly("kms:RequestAlias");
    }

    @Test
    void anExplicitDenyIsToldFromALack() {
        desk.person("eva");
        desk.call(new PutKeyPolicy.Request(
                Optional.of(true),
                key,
                """
                {"Statement": [
                 {"Sid": "NotEva", "Effect": "Deny", "Principal": {"AWS": "%s"}, "Action": "*", "Resource": "*"},
                 {"Sid": "Account", "Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "*", "Resource": "*"}]}"""
                        .formatted(EVA),
                Optional.empty()));

        var result = ask(EVA, "kms:Decrypt", Desk.arn(key));

        assertThat(result.evalDecision()).isEqualTo("explicitDeny");
        assertThat(result.reasons()).containsExactly(
                "Denied by the key policy's statement \"NotEva\", which no permission outweighs.");
    }

    @Test
    void aRoleStandsForItsSessions() {
        desk.person("eva");
        desk.call(CreateRole.Request.of("auditor", """
                {"Statement": {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "sts:AssumeRole"}}""".formatted(EVA)));
        desk.call(new PutRolePolicy.Request(IdentityPolicies.keyUser().document(), "Use", "auditor"));
        String role = "arn:aws:iam::123456789012:role/auditor";

        assertThat(ask(role, "kms:Decrypt", Desk.arn(key)).matchedStatements())
                .contains(new MatchedStatement("Use", "role", "UseKeys"));
        assertThat(ask(EVA, "sts:AssumeRole", role).evalDecision()).isEqualTo("allowed");
        assertThat(ask("arn:aws:iam::123456789012:root", "sts:AssumeRole", role).reasons())
                .containsExactly("No statement of the trust policy allows sts:AssumeRole.");
    }

    @Test
    void asksEveryActionOnEveryResource() {
        String other = desk.createKey();

        var answer = desk.call(new SimulatePrincipalPolicy.Request(
                List.of("kms:Encrypt", "kms:CreateKey"),
                List.of(),
                "arn:aws:iam::123456789012:root",
                List.of(Desk.arn(key), Desk.arn(other))));

        assertThat(answer.evaluationResults())
                .extracting(EvaluationResult::evalActionName, EvaluationResult::evalResourceName)
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void changesAndUsesNothing() {
        desk.user("eva", IdentityPolicies.keyUser());
        ask(EVA, "kms:ScheduleKeyDeletion", Desk.arn(key));

        assertThat(desk.lastEvent().changes()).isEmpty();
        assertThat(desk.call(DescribeKey.Request.of(key)).keyMetadata().keyState().name()).isEqualTo("Enabled");
    }

    @Test
    void needsItsOwnPermission() {
        var eva = desk.user("eva", IdentityPolicies.keyUser());

        Refusal.of(() -> eva.call(request(EVA, "kms:Decrypt", Desk.arn(key))))
                .saying("iam:SimulatePrincipalPolicy on resource: " + EVA);
    }

    @Test
    void tellsNobodyOfPoliciesTheyMayNotRead() {
        desk.call(CreateRole.Request.of("auditor", """
                {"Statement": {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "sts:AssumeRole"}}"""));
        String role = "arn:aws:iam::123456789012:role/auditor";
        var eva = desk.user("eva", allowing("iam:SimulatePrincipalPolicy"));

        Refusal.of(() -> eva.call(request(EVA, "kms:Decrypt", Desk.arn(key))))
                .saying("kms:GetKeyPolicy on resource: " + Desk.arn(key));
        Refusal.of(() -> eva.call(request(EVA, "sts:AssumeRole", role))).saying("iam:GetRole on resource: " + role);
        eva.call(request(EVA, "kms:CreateKey", "*"));
        desk.call(new CreateAlias.Request("alias/pets", key));
        String alias = "arn:aws:kms:us-east-1:123456789012:alias/pets";
        eva.call(request(EVA, "kms:DeleteAlias", alias));
        Refusal.of(() -> eva.call(request(EVA, "kms:Decrypt", alias)))
                .saying("kms:GetKeyPolicy on resource: " + Desk.arn(key));

        var reader = desk.user("eva", allowing("iam:SimulatePrincipalPolicy\", \"kms:GetKeyPolicy\", \"iam:GetRole"));
        reader.call(request(EVA, "kms:Decrypt", Desk.arn(key)));
        reader.call(request(EVA, "sts:AssumeRole", role));
    }

    @Test
    void refusesWhomAndWhatItDoesNotKnow() {
        Refused.by(Fault.NoSuchEntityException, () -> ask(EVA, "kms:Decrypt", Desk.arn(key)));
        desk.person("eva");
        Refused.by(Fault.NotFoundException, () -> ask(EVA, "kms:Decrypt", Desk.arn("0".repeat(8) + "-0000-0000-0000-" + "0".repeat(12))));
        Refused.by(Fault.InvalidInputException, () -> ask(EVA, "kms:Decrypt", Desk.arn(key), entry("kms:Moon", "full")));
    }

    private EvaluationResult ask(String principal, String action, String resource, ContextEntry... context) {
        return desk.call(request(principal, action, resource, context)).evaluationResults().getFirst();
    }

    private static SimulatePrincipalPolicy.Request request(
            String principal, String action, String resource, ContextEntry... context) {
        return new SimulatePrincipalPolicy.Request(
                List.of(action), Arrays.asList(context), principal, List.of(resource));
    }

    private static NamedPolicy allowing(String actions) {
        return new NamedPolicy(
                "Some", "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": [\"%s\"], \"Resource\": \"*\"}}".formatted(actions));
    }

    private static ContextEntry entry(String key, String... values) {
        return new ContextEntry(key, List.of(values));
    }
}
