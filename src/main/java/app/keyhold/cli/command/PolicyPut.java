package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.command.PolicyTarget.Target;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.identity.PutRolePermissionsBoundary;
import app.keyhold.kms.operation.identity.PutRolePolicy;
import app.keyhold.kms.operation.identity.PutUserPermissionsBoundary;
import app.keyhold.kms.operation.identity.PutUserPolicy;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.kms.operation.role.UpdateAssumeRolePolicy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "put",
        description = "Give a key, a user or a role a policy. A key's is refused if nobody could change it any more"
                + " afterwards")
final class PolicyPut implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private PolicyTarget which = new PolicyTarget();

    @Parameters(paramLabel = "FILE", description = "The policy as JSON; - reads standard input")
    private String file = "";

    @Option(names = "--bypass-lockout-check", description = "A key policy, even if you could not change it any more yourself")
    private boolean bypass;

    PolicyPut(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Target target = which.target();
        String policy = new String(Input.fileOrStream(shell, file), StandardCharsets.UTF_8);
        return shell.inVault(vault -> {
            put(vault.client(), target, policy);
            return 0;
        });
    }

    private void put(Client client, Target target, String policy) {
        switch (target) {
            case Target.OfKey(String key) -> {
                String keyId = KeyNames.resolved(client, key);
                var answer = client.call(new PutKeyPolicy.Request(Optional.of(bypass), keyId, policy, Optional.empty()));
                shell.answer(answer, () -> key + " has the new policy.");
            }
            case Target.OfUser(String user, String name) ->
                shell.answer(client.call(new PutUserPolicy.Request(policy, name, user)), () -> has(user, name));
            case Target.OfRole(String role, String name) ->
                shell.answer(client.call(new PutRolePolicy.Request(policy, name, role)), () -> has(role, name));
            case Target.UserBoundary(String user) ->
                shell.answer(client.call(new PutUserPermissionsBoundary.Request(policy, user)), () -> bounded(user));
            case Target.RoleBoundary(String role) ->
                shell.answer(client.call(new PutRolePermissionsBoundary.Request(policy, role)), () -> bounded(role));
            case Target.Trust(String role) ->
                shell.answer(
                        client.call(new UpdateAssumeRolePolicy.Request(policy, role)),
                        () -> role + " has the new trust policy; sessions that have begun go on.");
            case Target.EveryOfUser _, Target.EveryOfRole _ -> throw PolicyTarget.whichOne();
        }
    }

    private static String has(String holder, String name) {
        return holder + " has the policy " + name + ".";
    }

    private static String bounded(String holder) {
        return holder + "'s policies cannot reach beyond this one any more.";
    }
}
