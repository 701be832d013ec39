package app.keyhold.cli.command;

import app.keyhold.cli.Plain;
import app.keyhold.cli.Shell;
import app.keyhold.cli.command.PolicyTarget.Target;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.identity.GetRolePolicy;
import app.keyhold.kms.operation.identity.GetUser;
import app.keyhold.kms.operation.identity.GetUserPolicy;
import app.keyhold.kms.operation.identity.ListRolePolicies;
import app.keyhold.kms.operation.identity.ListUserPolicies;
import app.keyhold.kms.operation.policy.GetKeyPolicy;
import app.keyhold.kms.operation.role.GetRole;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "show", description = "The policy of a key, a user or a role; without --name, their policies by name")
final class PolicyShow implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private PolicyTarget which = new PolicyTarget();

    PolicyShow(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Target target = which.target();
        return shell.inVault(vault -> {
            show(vault.client(), target);
            return 0;
        });
    }

    private void show(Client client, Target target) {
        switch (target) {
            case Target.OfKey(String key) -> {
                var response = client.call(GetKeyPolicy.Request.of(KeyNames.resolved(client, key)));
                shell.answer(response, () -> Plain.text(response.policy()));
            }
            case Target.OfUser(String user, String name) -> {
                var response = client.call(new GetUserPolicy.Request(name, user));
                shell.answer(response, () -> Plain.text(response.policyDocument()));
            }
            case Target.OfRole(String role, String name) -> {
                var response = client.call(new GetRolePolicy.Request(name, role));
                shell.answer(response, () -> Plain.text(response.policyDocument()));
            }
            case Target.UserBoundary(String user) -> {
                var response = client.call(new GetUser.Request(user));
                shell.answer(response, () -> boundary(response.user().permissionsBoundary(), user));
            }
            case Target.RoleBoundary(String role) -> {
                var response = client.call(new GetRole.Request(role));
                shell.answer(response, () -> boundary(response.role().permissionsBoundary(), role));
            }
            case Target.Trust(String role) -> {
                var response = client.call(new GetRole.Request(role));
                shell.answer(response, () -> Plain.text(response.role().assumeRolePolicyDocument()));
            }
            case Target.EveryOfUser(String user) -> {
                var response = client.call(ListUserPolicies.Request.of(user));
                shell.answer(response, () -> names(response.policyNames(), user));
            }
            case Target.EveryOfRole(String role) -> {
                var response = client.call(ListRolePolicies.Request.of(role));
                shell.answer(response, () -> names(response.policyNames(), role));
            }
        }
    }

    private static String boundary(Optional<String> document, String holder) {
        return document.map(Plain::text).orElse(holder + " has no permissions boundary.");
    }

    private static String names(List<String> names, String holder) {
        return names.isEmpty() ? holder + " has no policies." : String.join("\n", names);
    }
}
