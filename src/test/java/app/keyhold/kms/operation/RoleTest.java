package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.operation.identity.DeleteRolePermissionsBoundary;
import app.keyhold.kms.operation.identity.DeleteRolePolicy;
import app.keyhold.kms.operation.identity.GetRolePolicy;
import app.keyhold.kms.operation.identity.ListRolePolicies;
import app.keyhold.kms.operation.identity.PutRolePermissionsBoundary;
import app.keyhold.kms.operation.identity.PutRolePolicy;
import app.keyhold.kms.operation.role.CreateRole;
import app.keyhold.kms.operation.role.DeleteRole;
import app.keyhold.kms.operation.role.GetRole;
import app.keyhold.kms.operation.role.ListRoles;
import app.keyhold.kms.operation.role.Role;
import app.keyhold.kms.operation.role.UpdateAssumeRolePolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {
    private static final String TRUST = trust("\"arn:aws:iam::123456789012:root\"");
    private static final String ANYTHING = IdentityPolicies.administrator().document();

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aRoleIsReadAsItWasMade() {
        Role made = desk.call(new CreateRole.Request(
                        TRUST, Optional.of("Looks, touches nothing"), Optional.of(7_200), Optional.of(ANYTHING), "auditor"))
                .role();

        assertThat(made.arn()).isEqualTo("arn:aws:iam::123456789012:role/auditor");
        assertThat(made.roleId()).matches("AROA[A-Z2-7]{17}");
        assertThat(made.assumeRolePolicyDocument()).isEqualTo(TRUST);
        assertThat(made.description()).contains("Looks, touches nothing");
        assertThat(made.maxSessionDuration()).isEqualTo(7_200);
        assertThat(made.permissionsBoundary()).contains(ANYTHING);
        assertThat(made.createDate()).isEqualTo(desk.now());
        assertThat(desk.call(new GetRole.Request("auditor")).role()).isEqualTo(made);
    }

    @Test
    void sessionsLastAnHourAtMostUnlessTheRoleSaysOtherwise() {
        assertThat(desk.call(CreateRole.Request.of("auditor", TRUST)).role().maxSessionDuration()).isEqualTo(3_600);
        Refused.by(Fault.ValidationException, () -> desk.call(new CreateRole.Request(
                TRUST, Optional.empty(), Optional.of(3_599), Optional.empty(), "hasty")));
        Refused.by(Fault.ValidationException, () -> desk.call(new CreateRole.Request(
                TRUST, Optional.empty(), Optional.of(43_201), Optional.empty(), "endless")));
    }

    @Test
    void aNameIsTakenOnce() {
        desk.call(CreateRole.Request.of("auditor", TRUST));

        Refused.with(Fault.EntityAlreadyExistsException, "Role with name auditor already exists.")
                .when(() -> desk.call(CreateRole.Request.of("auditor", TRUST)));
    }

    @Test
    void whoeverIsMadeAnewUnderANameIsSomebodyElse() {
        String before = desk.call(CreateRole.Request.of("auditor", TRUST)).role().roleId();
        desk.call(new DeleteRole.Request("auditor"));

        assertThat(desk.call(CreateRole.Request.of("auditor", TRUST)).role().roleId()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\",\"Resource\":\"*\"}} | Line 1, column 74: A trust policy names no resource: it is about its own role.",
        "{\"Statement\":{\"Effect\":\"Deny\",\"NotPrincipal\":{\"AWS\":\"123456789012\"},\"Action\":\"*\"}} | says who may, not who may not",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\"}}                                 | needs Principal or NotPrincipal",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:user/nobody\"},\"Action\":\"*\"}} | invalid principals",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"444455556666\"},\"Action\":\"*\"}} | invalid principals",
        "{                                                                                     | A member's name in quotes",
    })
    void aTrustPolicyThatIsNoneIsRefused(String policy, String sentence) {
        desk.call(CreateRole.Request.of("auditor", TRUST));

        assertThat(List.<KmsRequest<?>>of(CreateRole.Request.of("other", policy), new UpdateAssumeRolePolicy.Request(policy, "auditor")))
                .allSatisfy(request -> Refused.by(Fault.MalformedPolicyDocumentException, () -> desk.call(request)));
        Refusal.of(() -> desk.call(CreateRole.Request.of("other", policy))).saying(sentence);
    }

    @Test
    void aTrustPolicyIsReplacedAsAWhole() {
        desk.call(CreateRole.Request.of("auditor", TRUST));
        desk.person("eva");
        String evas = trust("\"arn:aws:iam::123456789012:user/eva\"");
        desk.call(new UpdateAssumeRolePolicy.Request(evas, "auditor"));

        assertThat(desk.call(new GetRole.Request("auditor")).role().assumeRolePolicyDocument()).isEqualTo(evas);
    }

    @Test
    void policiesAreKeptByName() {
        desk.call(CreateRole.Request.of("auditor", TRUST));
        desk.call(new PutRolePolicy.Request(ANYTHING, "Use", "auditor"));
        desk.call(new PutRolePolicy.Request(ANYTHING, "Look", "auditor"));
        desk.call(new PutRolePolicy.Request(IdentityPolicies.keyUser().document(), "Use", "auditor"));

        assertThat(desk.call(ListRolePolicies.Request.of("auditor")).policyNames()).containsExactly("Look", "Use");
        assertThat(desk.call(new GetRolePolicy.Request("Use", "auditor")).policyDocument())
                .isEqualTo(IdentityPolicies.keyUser().document());
        desk.call(new DeleteRolePolicy.Request("Use", "auditor"));
        Refused.with(Fault.NoSuchEntityException, "The role policy with name Use cannot be found.")
                .when(() -> desk.call(new GetRolePolicy.Request("Use", "auditor")));
    }

    @Test
    void policiesAreUnderstoodWhenTheyArePut() {
        desk.call(CreateRole.Request.of("auditor", TRUST));

        Refused.with(Fault.MalformedPolicyDocumentException, "Line 1, column 1: A policy needs Statement.")
                .when(() -> desk.call(new PutRolePolicy.Request("{}", "Use", "auditor")));
        Refused.by(
                Fault.MalformedPolicyDocumentException,
                () -> desk.call(new PutRolePermissionsBoundary.Request("{}", "auditor")));
    }

    @Test
    void policiesOfOneRoleTogetherHaveALimit() {
        desk.call(CreateRole.Request.of("auditor", TRUST));
        String large = ANYTHING.replace("Everything", "x".repeat(9_000));
        desk.call(new PutRolePolicy.Request(large, "Large", "auditor"));
        desk.call(new PutRolePolicy.Request(large, "Large", "auditor"));

        Refused.with(Fault.LimitExceededException, "Maximum policy size of 10240 bytes exceeded for role auditor")
                .when(() -> desk.call(new PutRolePolicy.Request(large.replace("9", "8"), "Larger", "auditor")));
    }

    @Test
    void aRoleWithPoliciesIsNotDeleted() {
        desk.call(CreateRole.Request.of("auditor", TRUST));
        desk.call(new PutRolePolicy.Request(ANYTHING, "Use", "auditor"));

        Refused.with(Fault.DeleteConflictException, "Cannot delete entity, must delete policies first.")
                .when(() -> desk.call(new DeleteRole.Request("auditor")));
        desk.call(new DeleteRolePolicy.Request("Use", "auditor"));
        desk.call(new DeleteRole.Request("auditor"));
        Refused.with(Fault.NoSuchEntityException, "The role with name auditor cannot be found.")
                .when(() -> desk.call(new GetRole.Request("auditor")));
    }

    @Test
    void aBoundaryIsLiftedOnce() {
        desk.call(CreateRole.Request.of("auditor", TRUST));
        desk.call(new PutRolePermissionsBoundary.Request(ANYTHING, "auditor"));
        desk.call(new DeleteRolePermissionsBoundary.Request("auditor"));

        assertThat(desk.call(new GetRole.Request("auditor")).role().permissionsBoundary()).isEmpty();
        Refused.with(Fault.NoSuchEntityException, "The role with name auditor does not have a permissions boundary attached.")
                .when(() -> desk.call(new DeleteRolePermissionsBoundary.Request("auditor")));
    }

    @Test
    void rolesAreListedInPages() {
        List.of("clerk", "auditor", "boss").forEach(name -> desk.call(CreateRole.Request.of(name, TRUST)));

        var first = desk.call(new ListRoles.Request(Optional.empty(), Optional.of(2)));
        var rest = desk.call(new ListRoles.Request(first.marker(), Optional.of(2)));

        assertThat(first.roles()).extracting(Role::roleName).containsExactly("auditor", "boss");
        assertThat(rest.roles()).extracting(Role::roleName).containsExactly("clerk");
        assertThat(rest.isTruncated()).isFalse();
    }

    @Test
    void eachOperationIsAMatterOfItsActionOnTheRole() {
        desk.call(CreateRole.Request.of("auditor", TRUST));
        var eva = desk.user("eva", new NamedPolicy("One", """
                {"Statement": {"Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::123456789012:role/auditor"}}"""));
        desk.call(CreateRole.Request.of("clerk", TRUST));

        assertThat(eva.call(new GetRole.Request("auditor")).role().roleName()).isEqualTo("auditor");
        Refusal.of(() -> eva.call(new GetRole.Request("clerk")))
                .saying("is not authorized to perform: iam:GetRole on resource: arn:aws:iam::123456789012:role/clerk");
        Refusal.of(() -> eva.call(new DeleteRole.Request("auditor"))).saying("iam:DeleteRole");
    }

    private static String trust(String aws) {
        return """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": {"AWS": %s}, "Action": "sts:AssumeRole"}]}"""
                .formatted(aws);
    }
}
