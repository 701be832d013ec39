package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.audit.CloudTrailForm;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.identity.PutRolePolicy;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.role.CreateRole;
import app.keyhold.kms.operation.role.UpdateAssumeRolePolicy;
import app.keyhold.kms.operation.session.AssumeRole;
import app.keyhold.kms.operation.session.AssumeRole.PolicyDescriptor;
import app.keyhold.kms.operation.session.AssumeRole.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTagsTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/auditor";
    private static final String SECOND = "arn:aws:iam::123456789012:role/second";
    private static final String EVA = "arn:aws:iam::123456789012:user/eva";
    private static final AssumeRole.Request PLAIN = AssumeRole.Request.of(ROLE, "today");

    private final Desk desk = new Desk();
    private final String key = desk.createKey();
    private final Client eva = desk.person("eva");

    SessionTagsTest() {
        desk.call(CreateRole.Request.of("auditor", trust(EVA, "sts:*", "")));
        desk.call(CreateRole.Request.of("second", trust(ROLE, "sts:*", "")));
        String ofRedTeam = """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "kms:*", "Resource": "*",
                 "Condition": {"StringEquals": {"aws:PrincipalTag/team": "red"}}}}""";
        desk.call(new PutRolePolicy.Request(ofRedTeam, "Red", "auditor"));
        desk.call(new PutRolePolicy.Request(ofRedTeam, "Red", "second"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void policiesKnowASessionsTags() {
        session(eva, PLAIN.withTags(tags("Team", "red"), List.of())).call(DescribeKey.Request.of(key));
        assertDenied(session(eva, PLAIN.withTags(tags("team", "blue"), List.of())));
        assertDenied(session(eva, PLAIN));
    }

    @Test
    void onlyTransitiveTagsGoAlongToAFurtherRole() {
        AssumeRole.Request further = AssumeRole.Request.of(SECOND, "later");
        Client staying = session(eva, PLAIN.withTags(tags("team", "red"), List.of()));
        Client going = session(eva, PLAIN.withTags(tags("team", "red"), List.of("TEAM")));

        assertDenied(session(staying, further));
        session(going, further).call(DescribeKey.Request.of(key));
        Refusal.of(() -> going.call(further.withTags(tags("Team", "blue"), List.of())))
                .saying("conflicts with a transitive tag key");
    }

    @Test
    void theTrustPolicyMustWantTagsAndSourceIdentities() {
        desk.call(new UpdateAssumeRolePolicy.Request(trust(EVA, "sts:AssumeRole", ""), "auditor"));

        eva.call(PLAIN);
        Refusal.of(() -> eva.call(PLAIN.withTags(tags("team", "red"), List.of()))).saying("sts:TagSession");
        Refusal.of(() -> eva.call(PLAIN.withSourceIdentity("eva"))).saying("sts:SetSourceIdentity");
    }

    @Test
    void theNextRoleMustWantWhatGoesAlong() {
        Client session = session(
                eva, PLAIN.withTags(tags("team", "red"), List.of("team")).withSourceIdentity("eva"));
        AssumeRole.Request further = AssumeRole.Request.of(SECOND, "later");
        desk.call(new UpdateAssumeRolePolicy.Request(trust(ROLE, "sts:AssumeRole", ""), "second"));
        Refusal.of(() -> session.call(further)).saying("sts:TagSession");

        desk.call(new UpdateAssumeRolePolicy.Request(
                trust(ROLE, "sts:AssumeRole\", \"sts:TagSession", ""), "second"));
        Refusal.of(() -> session.call(further)).saying("sts:SetSourceIdentity");
    }

    @Test
    void theTrustPolicyMayAskWhatIsHandedIn() {
        desk.call(new UpdateAssumeRolePolicy.Request(trust(EVA, "sts:*", """
                , "Condition": {"StringEquals": {"aws:RequestTag/team": ["red", "blue"], "sts:SourceIdentity": "${aws:username}"},
                  "ForAllValues:StringEquals": {"aws:TagKeys": ["team", "size"], "sts:TransitiveTagKeys": "team"}}"""), "auditor"));
        AssumeRole.Request wanted = PLAIN.withTags(tags("team", "red", "size", "L"), List.of("team")).withSourceIdentity("eva");

        eva.call(wanted);
        assertRefused(Fault.AccessDeniedException, wanted.withSourceIdentity("tom"));
        assertRefused(Fault.AccessDeniedException, wanted.withTags(tags("team", "green"), List.of()));
        assertRefused(Fault.AccessDeniedException, wanted.withTags(tags("team", "red", "more", ""), List.of()));
        assertRefused(Fault.AccessDeniedException, wanted.withTags(tags("team", "red", "size", "L"), List.of("size")));
    }

    @Test
    void aSourceIdentityStandsInEveryEventAndStaysTheSame() {
        var answer = eva.call(PLAIN.withSourceIdentity("eva"));
        assertThat(answer.sourceIdentity()).contains("eva");
        Client session = desk.with(answer.credentials());
        assertDenied(session);
        assertThat(CloudTrailForm.of(desk.lastEvent(), Desk.ACCOUNT, Desk.REGION).toString())
                .contains("sourceIdentity=eva");

        AssumeRole.Request further = AssumeRole.Request.of(SECOND, "later");
        assertThat(session.call(further).sourceIdentity()).contains("eva");
        assertThat(session.call(further.withSourceIdentity("eva")).sourceIdentity()).contains("eva");
        Refused.with(Fault.ValidationException, "The source identity of the calling session can't be changed.")
                .when(() -> session.call(further.withSourceIdentity("tom")));
    }

    @Test
    void aTrustPolicyMayAskForTheSourceIdentityOfTheSessionBefore() {
        desk.call(new UpdateAssumeRolePolicy.Request(trust(ROLE, "sts:*", """
                , "Condition": {"StringEquals": {"aws:SourceIdentity": "eva"}}"""), "second"));
        AssumeRole.Request further = AssumeRole.Request.of(SECOND, "later");

        session(eva, PLAIN.withSourceIdentity("eva")).call(further);
        Refused.by(Fault.AccessDeniedException, () -> session(eva, PLAIN).call(further));
    }

    @Test
    void tagsThatAreNoneAreRefused() {
        assertRefused(Fault.ValidationException, PLAIN.withTags(tags("team", "red", "TEAM", "blue"), List.of()));
        assertRefused(Fault.ValidationException, PLAIN.withTags(tags("aws:team", "red"), List.of()));
        assertRefused(Fault.ValidationException, PLAIN.withTags(tags("team", "re*d"), List.of()));
        assertRefused(Fault.ValidationException, PLAIN.withTags(tags("team", "red"), List.of("size")));
        assertRefused(Fault.ValidationException, PLAIN.withTags(many(51, 1), List.of()));
        assertRefused(Fault.ValidationException, PLAIN.withSourceIdentity("x"));
    }

    @Test
    void aTokenHoldsSoMuchAndTheAnswerSaysHowMuchIsTaken() {
        assertThat(eva.call(PLAIN).packedPolicySize()).isEmpty();
        assertThat(eva.call(PLAIN.withTags(many(10, 100), List.of())).packedPolicySize().orElseThrow()).isBetween(12, 25);
        assertRefused(Fault.PackedPolicyTooLargeException, PLAIN.withTags(many(50, 256), List.of()));
    }

    @Test
    void thereAreNoManagedPolicies() {
        var arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        Refusal.of(() -> eva.call(new AssumeRole.Request(
                        Optional.empty(), Optional.empty(), Optional.empty(), List.of(new PolicyDescriptor(Optional.of(arn))),
                        ROLE, "today", Optional.empty(), List.of(), List.of())))
                .saying("Policy " + arn + " does not exist or is not attachable.");
    }

    private Client session(Client person, AssumeRole.Request request) {
        return desk.with(person.call(request).credentials());
    }

    private void assertDenied(Client client) {
        Refused.by(Fault.AccessDeniedException, () -> client.call(DescribeKey.Request.of(key)));
    }

    private void assertRefused(Fault fault, AssumeRole.Request request) {
        Refused.by(fault, () -> eva.call(request));
    }

    private static List<Tag> tags(String... keysAndValues) {
        return IntStream.range(0, keysAndValues.length / 2)
                .mapToObj(i -> new Tag(keysAndValues[2 * i], keysAndValues[2 * i + 1]))
                .toList();
    }

    private static List<Tag> many(int count, int length) {
        return IntStream.range(0, count).mapToObj(i -> new Tag("tag-" + i, "x".repeat(length))).toList();
    }

    private static String trust(String principal, String action, String more) {
        return """
                {"Version": "2012-10-17", "Statement": {
                 "Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": ["%s"]%s}}""".formatted(principal, action, more);
    }
}
