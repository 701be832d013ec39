package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.cli.command.PolicyTarget.Target;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.identity.DeleteRolePermissionsBoundary;
import app.keyhold.kms.operation.identity.DeleteRolePolicy;
import app.keyhold.kms.operation.identity.DeleteUserPermissionsBoundary;
import app.keyhold.kms.operation.identity.DeleteUserPolicy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "delete", description = "Take a policy or the permissions boundary from a user or a role")
final class PolicyDelete implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private PolicyTarget which = new PolicyTarget();

    PolicyDelete(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Target target = which.target();
        return shell.inVault(vault -> {
            delete(vault.client(), target);
            return 0;
        });
    }

    private void delete(Client client, Target target) {
        switch (target) {
            case Target.OfUser(String user, String name) ->
                shell.answer(client.call(new DeleteUserPolicy.Request(name, user)), () -> lost(user, name));
            case Target.OfRole(String role, String name) ->
                shell.answer(client.call(new DeleteRolePolicy.Request(name, role)), () -> lost(role, name));
            case Target.UserBoundary(String user) ->
                shell.answer(client.call(new DeleteUserPermissionsBoundary.Request(user)), () -> unbounded(user));
            case Target.RoleBoundary(String role) ->
                shell.answer(client.call(new DeleteRolePermissionsBoundary.Request(role)), () -> unbounded(role));
            case Target.OfKey _, Target.Trust _ ->
                throw new UsageException(
                        "A key always has a policy, and a role always a trust policy.",
                        "Put another one in its place with `keyhold policy put`.");
            case Target.EveryOfUser _, Target.EveryOfRole _ -> throw PolicyTarget.whichOne();
        }
    }

    private static String lost(String holder, String name) {
        return holder + " does not have the policy " + name + " any more.";
    }

    private static String unbounded(String holder) {
        return "Nothing limits " + holder + "'s policies any more.";
    }
}
