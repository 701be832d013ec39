package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.audit.Detail;
import app.keyhold.iam.Identity;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.policy.GetKeyPolicy;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.kms.operation.role.CreateRole;
import app.keyhold.kms.operation.role.DeleteRole;
import app.keyhold.kms.operation.role.GetRole;
import app.keyhold.kms.operation.role.ListRoles;
import app.keyhold.kms.operation.role.UpdateAssumeRolePolicy;
import app.keyhold.kms.operation.session.AssumeRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A policy means whoever had the name when it was put, whatever becomes of the name.
class NamesInPoliciesTest {
    private static final String ROOT = "arn:aws:iam::123456789012:root";
    private static final String EVA = "arn:aws:iam::123456789012:user/eva";
    private static final String AUDITOR = "arn:aws:iam::123456789012:role/auditor";
    private static final String AUDITORS_SESSION = "arn:aws:sts::123456789012:assumed-role/auditor/today";

    private final Desk desk = new Desk();
    private final String key = desk.createKey();
    private Client eva = desk.person("eva");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aKeyPolicyDoesNotLetInWhoeverIsMadeAnewUnderTheName() {
        put(key, allowing(EVA));
        eva.call(DescribeKey.Request.of(key));
        eva = evaMadeAnew();

        Refused.by(Fault.AccessDeniedException, () -> eva.call(DescribeKey.Request.of(key)));
        put(key, allowing(EVA));
        eva.call(DescribeKey.Request.of(key));
    }

    @Test
    void norDoesThePolicyAKeyWasMadeWith() {
        String own = desk.call(CreateKey.Request.symmetric("").withPolicy(policyOf(allowing(EVA))))
                .keyMetadata()
                .keyId();
        eva.call(DescribeKey.Request.of(own));
        eva = evaMadeAnew();

        Refused.by(Fault.AccessDeniedException, () -> eva.call(DescribeKey.Request.of(own)));
    }

    @Test
    void norDoesATrustPolicy() {
        desk.call(CreateRole.Request.of("auditor", trust(ROOT)));
        desk.call(new UpdateAssumeRolePolicy.Request(trust(EVA), "auditor"));
        desk.call(CreateRole.Request.of("other", trust(EVA)));
        eva.call(AssumeRole.Request.of(AUDITOR, "today"));
        eva = evaMadeAnew();

        Refused.by(Fault.AccessDeniedException, () -> eva.call(AssumeRole.Request.of(AUDITOR, "today")));
        Refused.by(
                Fault.AccessDeniedException,
                () -> eva.call(AssumeRole.Request.of(AUDITOR.replace("auditor", "other"), "today")));
    }

    @Test
    void aRoleMadeAnewHasNoPartInWhatTheKeyPolicyGaveItOrOneOfItsSessions() {
        String toRole = desk.createKey();
        String toSession = desk.createKey();
        desk.call(CreateRole.Request.of("auditor", trust(ROOT)));
        put(toRole, allowing(AUDITOR));
        put(toSession, allowing(AUDITORS_SESSION));
        for (String one : List.of(toRole, toSession)) {
            auditor("today").call(DescribeKey.Request.of(one));
        }
        Refused.by(Fault.AccessDeniedException, () -> auditor("tomorrow").call(DescribeKey.Request.of(toSession)));
        desk.call(new DeleteRole.Request("auditor"));
        desk.call(CreateRole.Request.of("auditor", trust(ROOT)));

        for (String one : List.of(toRole, toSession)) {
            Refused.by(Fault.AccessDeniedException, () -> auditor("today").call(DescribeKey.Request.of(one)));
        }
    }

    @Test
    void aDenialStaysWithWhomItMeantAndSoDoesBeingSpared() {
        Client tom = desk.user("tom", IdentityPolicies.keyUser());
        put(key, """
                {"Effect":"Deny","NotPrincipal":{"AWS":["%s","%s"]},"Action":"kms:DescribeKey","Resource":"*"}"""
                .formatted(ROOT, EVA.replace("eva", "tom")));
        tom.call(DescribeKey.Request.of(key));
        desk.dismiss("tom");

        Client another = desk.user("tom", IdentityPolicies.keyUser());
        Refused.by(Fault.AccessDeniedException, () -> another.call(DescribeKey.Request.of(key)));
    }

    @Test
    void policiesAreReadWithTheNamesTheyWerePutWith() {
        desk.call(CreateRole.Request.of("auditor", trust(EVA)));
        String policy = policyOf(allowing(EVA) + "," + allowing(AUDITOR) + "," + allowing(AUDITORS_SESSION));
        desk.call(PutKeyPolicy.Request.of(key, policy));

        assertThat(desk.stored(key).policy()).doesNotContain(EVA, AUDITOR, AUDITORS_SESSION).contains(ROOT);
        assertThat(desk.call(GetKeyPolicy.Request.of(key)).policy()).isEqualTo(policy);
        assertThat(desk.call(new GetRole.Request("auditor")).role().assumeRolePolicyDocument()).isEqualTo(trust(EVA));
        assertThat(desk.call(ListRoles.Request.first()).roles().getFirst().assumeRolePolicyDocument())
                .isEqualTo(trust(EVA));
    }

    @Test
    void whoeverIsGoneIsShownByUniqueIdAndCannotBeNamedAgain() {
        desk.call(CreateRole.Request.of("auditor", trust(EVA)));
        put(key, allowing(EVA) + "," + allowing(AUDITORS_SESSION));
        String user = uniqueId(EVA);
        String role = uniqueId(AUDITOR);
        evaMadeAnew();
        desk.call(new DeleteRole.Request("auditor"));

        String shown = desk.call(GetKeyPolicy.Request.of(key)).policy();
        assertThat(shown).contains('"' + user + '"', '"' + role + ":today\"").doesNotContain(EVA);
        Refused.with(
                        Fault.MalformedPolicyDocumentException,
                        "Policy contains a statement with one or more invalid principals.")
                .when(() -> desk.call(PutKeyPolicy.Request.of(key, shown)));
    }

    @Test
    void somebodyWhoIsThereMayBeNamedByUniqueId() {
        put(key, allowing(uniqueId(EVA)));

        eva.call(DescribeKey.Request.of(key));
        assertThat(desk.call(GetKeyPolicy.Request.of(key)).policy()).contains(EVA);
    }

    @Test
    void everybodyAndTheAccountAreNobodyInParticular() {
        put(key, allowing("*"));
        assertThat(desk.stored(key).policy()).isEqualTo(policyOf(allowing("*")));

        evaMadeAnew().call(DescribeKey.Request.of(key));
    }

    /// Policies of vaults from before names were bound hold ARNs.
    @Test
    void anArnFromBeforeMeansWhoCertainlyHadItThen() {
        desk.turnClock(Duration.ofMinutes(1));
        String younger = desk.createKey();
        desk.turnClock(Duration.ofMinutes(1));
        Client tom = desk.person("tom");
        storedAsBefore(younger, allowing(EVA) + "," + allowing(EVA.replace("eva", "tom")));

        eva.call(DescribeKey.Request.of(younger));
        Refusal.of(() -> tom.call(DescribeKey.Request.of(younger))).saying("because no identity-based policy allows");
        assertThat(decision()).anyMatch(sentence -> sentence.endsWith(
                "names somebody by an ARN that the caller got later. If they are meant, put the policy again."));
        eva = evaMadeAnew();
        Refused.by(Fault.AccessDeniedException, () -> eva.call(DescribeKey.Request.of(younger)));
    }

    @Test
    void anArnFromBeforeThatForbidsForbidsWhoeverHasItNow() {
        desk.turnClock(Duration.ofMinutes(1));
        desk.user("tom", IdentityPolicies.keyUser());
        storedAsBefore(key, """
                {"Effect":"Deny","Principal":{"AWS":"%s"},"Action":"kms:DescribeKey","Resource":"*"}"""
                .formatted(EVA.replace("eva", "tom")));

        Refusal.of(() -> desk.as(new Principal.User(Desk.ACCOUNT, "tom")).call(DescribeKey.Request.of(key)))
                .saying("with an explicit deny");
    }

    @Test
    void theSimulatorAnswersForWhoIsMeant() {
        put(key, allowing(EVA));
        assertThat(simulated()).isEqualTo("allowed");
        evaMadeAnew();

        assertThat(simulated()).isEqualTo("implicitDeny");
    }

    private Client evaMadeAnew() {
        desk.turnClock(Duration.ofSeconds(1));
        desk.dismiss("eva");
        return desk.person("eva");
    }

    private Client auditor(String session) {
        return desk.with(desk.user("asker", IdentityPolicies.administrator())
                .call(AssumeRole.Request.of(AUDITOR, session))
                .credentials());
    }

    private String simulated() {
        return desk.call(new SimulatePrincipalPolicy.Request(
                        List.of("kms:Encrypt"), List.of(), EVA, List.of(Desk.arn(key))))
                .evaluationResults()
                .getFirst()
                .evalDecision();
    }

    private String uniqueId(String arn) {
        return desk.view().identity(arn).map(Identity::uniqueId).orElseThrow();
    }

    /// Beside the statements of the default policy.
    private void put(String keyId, String statements) {
        desk.call(new PutKeyPolicy.Request(Optional.empty(), keyId, policyOf(statements), Optional.empty()));
    }

    private void storedAsBefore(String keyId, String statements) {
        desk.write(work -> work.put(work.key(keyId).orElseThrow().withPolicy(policyOf(statements))));
    }

    private static String policyOf(String statements) {
        return """
                {"Statement": [ %s,
                  {"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"kms:*","Resource":"*"} ] }"""
                .formatted(statements, ROOT);
    }

    private static String allowing(String principal) {
        return """
                {"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"kms:*","Resource":"*"}""".formatted(principal);
    }

    private static String trust(String principal) {
        return """
                {"Statement":{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}}""".formatted(principal);
    }

    private List<String> decision() {
        return ((Detail.Items) desk.lastEvent().additional().values().get("decision"))
                .values().stream().map(one -> ((Detail.Text) one).value()).toList();
    }
}
