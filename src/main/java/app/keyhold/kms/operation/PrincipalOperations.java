package app.keyhold.kms.operation;

import app.keyhold.kms.Operation;
import app.keyhold.kms.SessionTokens;
import app.keyhold.kms.credential.AccessKeySecrets;
import app.keyhold.kms.operation.accesskey.CreateAccessKey;
import app.keyhold.kms.operation.accesskey.DeleteAccessKey;
import app.keyhold.kms.operation.accesskey.GetAccessKeyLastUsed;
import app.keyhold.kms.operation.accesskey.ListAccessKeys;
import app.keyhold.kms.operation.accesskey.UpdateAccessKey;
import app.keyhold.kms.operation.identity.DeleteRolePermissionsBoundary;
import app.keyhold.kms.operation.identity.DeleteRolePolicy;
import app.keyhold.kms.operation.identity.DeleteUserPermissionsBoundary;
import app.keyhold.kms.operation.identity.DeleteUserPolicy;
import app.keyhold.kms.operation.identity.GetRolePolicy;
import app.keyhold.kms.operation.identity.GetUser;
import app.keyhold.kms.operation.identity.GetUserPolicy;
import app.keyhold.kms.operation.identity.ListRolePolicies;
import app.keyhold.kms.operation.identity.ListUserPolicies;
import app.keyhold.kms.operation.identity.PutRolePermissionsBoundary;
import app.keyhold.kms.operation.identity.PutRolePolicy;
import app.keyhold.kms.operation.identity.PutUserPermissionsBoundary;
import app.keyhold.kms.operation.identity.PutUserPolicy;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy;
import app.keyhold.kms.operation.role.CreateRole;
import app.keyhold.kms.operation.role.DeleteRole;
import app.keyhold.kms.operation.role.GetRole;
import app.keyhold.kms.operation.role.ListRoles;
import app.keyhold.kms.operation.role.RevokeRoleSessions;
import app.keyhold.kms.operation.role.UpdateAssumeRolePolicy;
import app.keyhold.kms.operation.session.AssumeRole;
import app.keyhold.kms.operation.session.GetCallerIdentity;
import java.time.InstantSource;
import java.util.List;

/// The operations on principals and sessions that IAM and STS have, wired. Making people takes a keyslot too and is the
/// vault's.
public final class PrincipalOperations {
    private PrincipalOperations() {}

    /// @param account the vault's
    public static List<Operation<?, ?>> all(
            String account, SessionTokens tokens, AccessKeySecrets accessKeys, InstantSource clock) {
        return List.of(
                new CreateRole(account),
                new GetRole(account),
                new ListRoles(),
                new DeleteRole(account),
                new UpdateAssumeRolePolicy(account),
                new RevokeRoleSessions(account),
                new GetUser(account),
                new PutUserPolicy(account),
                new GetUserPolicy(account),
                new ListUserPolicies(account),
                new DeleteUserPolicy(account),
                new PutUserPermissionsBoundary(account),
                new DeleteUserPermissionsBoundary(account),
                new CreateAccessKey(account, accessKeys),
                new ListAccessKeys(account),
                new UpdateAccessKey(account),
                new DeleteAccessKey(account),
                new GetAccessKeyLastUsed(),
                new PutRolePolicy(account),
                new GetRolePolicy(account),
                new ListRolePolicies(account),
                new DeleteRolePolicy(account),
                new PutRolePermissionsBoundary(account),
                new DeleteRolePermissionsBoundary(account),
                new SimulatePrincipalPolicy(clock),
                new AssumeRole(tokens, clock),
                new GetCallerIdentity());
    }
}
