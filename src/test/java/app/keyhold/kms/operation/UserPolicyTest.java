package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.operation.identity.DeleteUserPermissionsBoundary;
import app.keyhold.kms.operation.identity.DeleteUserPolicy;
import app.keyhold.kms.operation.identity.GetUserPolicy;
import app.keyhold.kms.operation.identity.ListUserPolicies;
import app.keyhold.kms.operation.identity.PutUserPermissionsBoundary;
import app.keyhold.kms.operation.identity.PutUserPolicy;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UserPolicyTest {
    private static final String ANYTHING = IdentityPolicies.administrator().document();
    private static final String LOOK = """
            {"Statement": {"Effect": "Allow", "Action": "kms:Describe*", "Resource": "*"}}""";

    private final Desk desk = new Desk();
    private final String key = desk.createKey();
    private final Client eva = desk.person("eva");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aPolicyCountsFromTheNextCallOn() {
        Refused.by(Fault.AccessDeniedException, () -> eva.call(DescribeKey.Request.of(key)));
        desk.call(new PutUserPolicy.Request(LOOK, "Look", "eva"));

        assertThat(eva.call(DescribeKey.Request.of(key)).keyMetadata().keyId()).isEqualTo(key);
        assertThat(desk.call(ListUserPolicies.Request.of("eva")).policyNames()).containsExactly("Look");
        assertThat(desk.call(new GetUserPolicy.Request("Look", "eva")).policyDocument()).isEqualTo(LOOK);

        desk.call(new DeleteUserPolicy.Request("Look", "eva"));
        Refused.by(Fault.AccessDeniedException, () -> eva.call(DescribeKey.Request.of(key)));
    }

    @Test
    void aBoundaryLimitsWhatPoliciesGive() {
        desk.call(new PutUserPolicy.Request(ANYTHING, "All", "eva"));
        desk.call(new PutUserPermissionsBoundary.Request(LOOK, "eva"));

        eva.call(DescribeKey.Request.of(key));
        Refusal.of(() -> eva.call(new DisableKey.Request(key)))
                .saying("because no permissions boundary allows the kms:DisableKey action");

        desk.call(new DeleteUserPermissionsBoundary.Request("eva"));
        eva.call(new DisableKey.Request(key));
    }

    @Test
    void theOwnersPoliciesStayAsTheyAre() {
        assertThat(List.<KmsRequest<?>>of(
                        new PutUserPolicy.Request(LOOK, "Look", "owner"),
                        new DeleteUserPolicy.Request("AdministratorAccess", "owner"),
                        new PutUserPermissionsBoundary.Request(LOOK, "owner")))
                .allSatisfy(request -> Refused.with(
                                Fault.UnmodifiableEntityException,
                                "The policies of the vault's owner, who is the account's root, can't be changed.")
                        .when(() -> desk.call(request)));
        assertThat(desk.call(new GetUserPolicy.Request("AdministratorAccess", "owner")).policyDocument())
                .isEqualTo(ANYTHING);
    }

    @Test
    void aUsersPoliciesTogetherHaveTheLimitOfARoles() {
        desk.call(new PutUserPolicy.Request(ANYTHING.replace("Everything", "x".repeat(9_000)), "Large", "eva"));

        Refused.with(Fault.LimitExceededException, "Maximum policy size of 10240 bytes exceeded for user eva")
                .when(() -> desk.call(
                        new PutUserPolicy.Request(ANYTHING.replace("Everything", "x".repeat(1_200)), "More", "eva")));
    }

    @Test
    void nobodyHasPoliciesWhoIsNotHere() {
        Refused.with(Fault.NoSuchEntityException, "The user with name tom cannot be found.")
                .when(() -> desk.call(new PutUserPolicy.Request(LOOK, "Look", "tom")));
        Refused.with(Fault.NoSuchEntityException, "The user policy with name Look cannot be found.")
                .when(() -> desk.call(new DeleteUserPolicy.Request("Look", "eva")));
    }

    @Test
    void somebodyMayBeAllowedToReadTheirOwnPoliciesAlone() {
        Client tom = desk.user("tom", new NamedPolicy("Own", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:*UserPolic*",
                 "Resource": "arn:aws:iam::123456789012:user/${aws:username}"}}"""));

        assertThat(tom.call(ListUserPolicies.Request.of("tom")).policyNames()).containsExactly("Own");
        Refused.by(Fault.AccessDeniedException, () -> tom.call(ListUserPolicies.Request.of("eva")));
    }
}
