package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.identity.PutRolePermissionsBoundary;
import app.keyhold.kms.operation.identity.PutRolePolicy;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.kms.operation.role.CreateRole;
import app.keyhold.kms.operation.role.DeleteRole;
import app.keyhold.kms.operation.role.RevokeRoleSessions;
import app.keyhold.kms.operation.role.UpdateAssumeRolePolicy;
import app.keyhold.kms.operation.session.AssumeRole;
import app.keyhold.kms.operation.session.GetCallerIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/auditor";
    private static final String LOOK = """
            {"Statement": {"Effect": "Allow", "Action": "kms:Describe*", "Resource": "*"}}""";

    private final Desk desk = new Desk();
    private final String key = desk.createKey();
    private final Client eva = desk.person("eva");

    SessionTest() {
        desk.call(CreateRole.Request.of("auditor", trust("arn:aws:iam::123456789012:user/eva", "")));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aSessionHasTheRolesPermissionsAndNotItsPersons() {
        desk.call(new PutRolePolicy.Request(LOOK, "Look", "auditor"));
        Client session = desk.with(assume(eva));

        assertThat(session.call(DescribeKey.Request.of(key)).keyMetadata().keyId()).isEqualTo(key);
        Refused.by(Fault.AccessDeniedException, () -> eva.call(DescribeKey.Request.of(key)));
        Refusal.of(() -> session.call(new DisableKey.Request(key)))
                .saying("User: arn:aws:sts::123456789012:assumed-role/auditor/today is not authorized to perform: "
                        + "kms:DisableKey on resource: ");
    }

    @Test
    void theAnswerIsWhatSdksKnow() {
        var answer = eva.call(AssumeRole.Request.of(ROLE, "today"));

        assertThat(answer.assumedRoleUser().arn()).isEqualTo("arn:aws:sts::123456789012:assumed-role/auditor/today");
        assertThat(answer.assumedRoleUser().assumedRoleId()).matches("AROA[A-Z2-7]{17}:today");
        assertThat(answer.credentials().accessKeyId()).matches("ASIA[A-Z2-7]{16}");
        assertThat(answer.credentials().expiration()).isEqualTo(desk.now().plusSeconds(3_600));
        assertThat(answer.credentials().secretAccessKey().length()).isEqualTo(30);
    }

    @Test
    void whoeverItIsCanAskWhoTheyAre() {
        assertThat(desk.call(new GetCallerIdentity.Request()))
                .isEqualTo(new GetCallerIdentity.Response(Desk.ACCOUNT, "arn:aws:iam::123456789012:root", Desk.ACCOUNT));
        assertThat(eva.call(new GetCallerIdentity.Request()).userId()).matches("AIDA[A-Z2-7]{17}");
        var session = desk.with(assume(eva)).call(new GetCallerIdentity.Request());
        assertThat(session.arn()).isEqualTo("arn:aws:sts::123456789012:assumed-role/auditor/today");
        assertThat(session.userId()).matches("AROA[A-Z2-7]{17}:today");
    }

    @Test
    void aTrustPolicyThatNamesTheAccountLeavesItToIdentityPolicies() {
        desk.call(new UpdateAssumeRolePolicy.Request(trust("123456789012", ""), "auditor"));
        Client tom = desk.user("tom", new NamedPolicy("Assume", """
                {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "%s"}}""".formatted(ROLE)));

        tom.call(AssumeRole.Request.of(ROLE, "today"));
        Refusal.of(() -> eva.call(AssumeRole.Request.of(ROLE, "today")))
                .saying("because no identity-based policy allows the sts:AssumeRole action");
    }

    @Test
    void whomTheTrustPolicyDoesNotNameMayNot() {
        Client tom = desk.user("tom", IdentityPolicies.administrator());

        Refusal.of(() -> tom.call(AssumeRole.Request.of(ROLE, "today")))
                .saying("is not authorized to perform: sts:AssumeRole on resource: " + ROLE
                        + " because no role trust policy allows the sts:AssumeRole action");
        Refused.by(
                Fault.AccessDeniedException,
                () -> tom.call(AssumeRole.Request.of("arn:aws:iam::123456789012:role/nobody", "today")));
    }

    @Test
    void aTrustPolicyMayAskForAnExternalIdAndASessionName() {
        desk.call(new UpdateAssumeRolePolicy.Request(
                trust("arn:aws:iam::123456789012:user/eva", """
                        , "Condition": {"StringEquals": {"sts:ExternalId": "order-66", "sts:RoleSessionName": "${aws:username}"}}"""),
                "auditor"));

        Refused.by(Fault.AccessDeniedException, () -> eva.call(AssumeRole.Request.of(ROLE, "eva")));
        Refused.by(Fault.AccessDeniedException, () -> eva.call(request("order-66", "today")));
        eva.call(request("order-66", "eva"));
    }

    @Test
    void aSessionEndsByItself() {
        desk.call(new PutRolePolicy.Request(LOOK, "Look", "auditor"));
        AssumeRole.Credentials credentials = assume(eva);
        Client session = desk.with(credentials);
        desk.turnClock(Duration.ofSeconds(3_599));
        session.call(DescribeKey.Request.of(key));
        desk.turnClock(Duration.ofSeconds(1));

        Refused expired = Refused.with(
                Fault.ExpiredTokenException, "The security token included in the request is expired");
        expired.when(() -> session.call(DescribeKey.Request.of(key)));
        expired.when(() -> desk.with(credentials));
    }

    @Test
    void aSessionEndsWithItsRoleAlsoIfTheNameComesBack() {
        AssumeRole.Credentials credentials = assume(eva);
        Client session = desk.with(credentials);
        desk.call(new DeleteRole.Request("auditor"));
        Refused.by(Fault.ExpiredTokenException, () -> session.call(DescribeKey.Request.of(key)));
        desk.call(CreateRole.Request.of("auditor", trust("arn:aws:iam::123456789012:user/eva", "")));

        Refused.by(Fault.ExpiredTokenException, () -> session.call(DescribeKey.Request.of(key)));
        Refused.by(Fault.ExpiredTokenException, () -> desk.with(credentials));
    }

    @Test
    void sessionsCanBeEndedByHand() {
        AssumeRole.Credentials credentials = assume(eva);
        desk.call(new RevokeRoleSessions.Request("auditor"));

        Refused.by(Fault.ExpiredTokenException, () -> desk.with(credentials));
        desk.with(assume(eva)).call(new GetCallerIdentity.Request());
    }

    @Test
    void awsOwnWayToEndSessionsWorksToo() {
        desk.call(new PutRolePolicy.Request(LOOK, "Look", "auditor"));
        Client early = desk.with(assume(eva));
        desk.turnClock(Duration.ofMinutes(1));
        desk.call(new PutRolePolicy.Request("""
                {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*",
                 "Condition": {"DateLessThan": {"aws:TokenIssueTime": "%s"}}}}""".formatted(desk.now()),
                "AWSRevokeOlderSessions", "auditor"));

        Refusal.of(() -> early.call(DescribeKey.Request.of(key))).saying("with an explicit deny in an identity-based policy");
        desk.with(assume(eva)).call(DescribeKey.Request.of(key));
    }

    @Test
    void aSessionPolicyLimitsTheRole() {
        desk.call(new PutRolePolicy.Request(IdentityPolicies.administrator().document(), "All", "auditor"));
        Client session = desk.with(eva.call(new AssumeRole.Request(
                        Optional.empty(), Optional.empty(), Optional.of(LOOK), ROLE, "today"))
                .credentials());

        session.call(DescribeKey.Request.of(key));
        Refusal.of(() -> session.call(new DisableKey.Request(key)))
                .saying("because no session policy allows the kms:DisableKey action");
        Refused.by(Fault.MalformedPolicyDocumentException, () -> eva.call(
                new AssumeRole.Request(Optional.empty(), Optional.empty(), Optional.of("{}"), ROLE, "today")));
    }

    @Test
    void aKeyPolicyMayNameTheRoleOrOneSession() {
        Client today = desk.with(assume(eva));
        Client tomorrow = desk.with(eva.call(AssumeRole.Request.of(ROLE, "tomorrow")).credentials());
        putKeyPolicy("arn:aws:sts::123456789012:assumed-role/auditor/today");
        today.call(DescribeKey.Request.of(key));
        Refused.by(Fault.AccessDeniedException, () -> tomorrow.call(DescribeKey.Request.of(key)));

        putKeyPolicy(ROLE);
        List.of(today, tomorrow).forEach(session -> session.call(DescribeKey.Request.of(key)));

        desk.call(new PutRolePermissionsBoundary.Request(LOOK.replace("Describe*", "List*"), "auditor"));
        Refusal.of(() -> today.call(DescribeKey.Request.of(key)))
                .saying("because no permissions boundary allows the kms:DescribeKey action");
        putKeyPolicy("arn:aws:sts::123456789012:assumed-role/auditor/today");
        today.call(DescribeKey.Request.of(key));
    }

    @Test
    void aSessionLastsAsLongAsItsRoleAllows() {
        desk.call(new CreateRole.Request(
                trust("arn:aws:iam::123456789012:user/eva", ""), Optional.empty(), Optional.of(7_200), Optional.empty(), "long"));
        String role = "arn:aws:iam::123456789012:role/long";

        assertThat(eva.call(lasting(7_200, role)).credentials().expiration()).isEqualTo(desk.now().plusSeconds(7_200));
        Refused.with(
                        Fault.ValidationException,
                        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
                .when(() -> eva.call(lasting(7_201, role)));
        Refused.by(Fault.ValidationException, () -> eva.call(lasting(899, role)));
    }

    @Test
    void oneRoleMayLeadToAnotherForAnHour() {
        desk.call(new CreateRole.Request(
                trust(ROLE, ""), Optional.empty(), Optional.of(7_200), Optional.empty(), "second"));
        String second = "arn:aws:iam::123456789012:role/second";
        Client session = desk.with(assume(eva));

        session.call(lasting(3_600, second));
        Refused.with(
                        Fault.ValidationException,
                        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.")
                .when(() -> session.call(lasting(3_601, second)));
    }

    @Test
    void aTokenOfNobodyIsRefused() {
        byte[] token = assume(eva).sessionToken().toByteArray();
        token[token.length - 1] ^= 1;
        Refused invalid = Refused.with(
                Fault.UnrecognizedClientException, "The security token included in the request is invalid.");

        invalid.when(() -> desk.with(Blob.of(token)));
        invalid.when(() -> desk.with(Blob.of(new byte[0])));
        invalid.when(() -> desk.with(Blob.of(new byte[100_000])));
        try (var other = new Desk()) {
            other.call(CreateRole.Request.of("auditor", trust("123456789012", "")));
            Blob foreign = other.call(AssumeRole.Request.of(ROLE, "today")).credentials().sessionToken();
            invalid.when(() -> desk.with(foreign));
        }
    }

    @Test
    void theTrailNamesTheSessionAndHoldsNoCredentials() {
        AssumeRole.Credentials credentials = assume(eva);

        assertThat(desk.lastEvent().toString())
                .contains("AssumeRole")
                .doesNotContain(credentials.sessionToken().base64(), credentials.accessKeyId());
        Refused.by(
                Fault.AccessDeniedException,
                () -> desk.with(credentials).call(GenerateDataKey.Request.aes256(key, Map.of())));
        assertThat(desk.lastEvent().actor().arn()).isEqualTo("arn:aws:sts::123456789012:assumed-role/auditor/today");
        assertThat(desk.lastEvent().actor().type()).isEqualTo("AssumedRole");
    }

    private AssumeRole.Credentials assume(Client person) {
        return person.call(AssumeRole.Request.of(ROLE, "today")).credentials();
    }

    private void putKeyPolicy(String principal) {
        desk.call(new PutKeyPolicy.Request(
                Optional.of(true),
                key,
                """
                {"Statement": {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "kms:DescribeKey", "Resource": "*"}}"""
                        .formatted(principal),
                Optional.empty()));
    }

    private static AssumeRole.Request request(String externalId, String session) {
        return new AssumeRole.Request(Optional.empty(), Optional.of(externalId), Optional.empty(), ROLE, session);
    }

    private static AssumeRole.Request lasting(int seconds, String role) {
        return new AssumeRole.Request(Optional.of(seconds), Optional.empty(), Optional.empty(), role, "today");
    }

    private static String trust(String principal, String more) {
        return """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "sts:AssumeRole"%s}]}"""
                .formatted(principal, more);
    }
}
