package app.keyhold.cli.command;

import app.keyhold.cli.Facts;
import app.keyhold.cli.Plain;
import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.identity.ListRolePolicies;
import app.keyhold.kms.operation.role.GetRole;
import app.keyhold.kms.operation.role.Role;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "A role, who may take it on, and its policies by name")
final class RoleShow implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "NAME", description = "The role's name")
    private String name = "";

    RoleShow(Shell shell) {
        this.shell = shell;
    }

    private record Shown(Role role, List<String> policyNames) {}

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            Role role = vault.client().call(new GetRole.Request(name)).role();
            var policies = vault.client().call(ListRolePolicies.Request.of(name)).policyNames();
            shell.answer(new Shown(role, policies), () -> text(role, policies));
            return 0;
        });
    }

    private String text(Role role, List<String> policies) {
        return new Facts()
                        .add("Role", role.roleName())
                        .add("ARN", role.arn())
                        .add("Id", role.roleId())
                        .add("Description", role.description().orElse("-"))
                        .add("Created", shell.times().second(role.createDate()))
                        .add("Longest session", role.maxSessionDuration() / 60 + " min")
                        .add("Policies", policies.isEmpty() ? "-" : String.join(" ", policies))
                        .add("Boundary", role.permissionsBoundary().map(_ -> "yes").orElse("-"))
                + "\n" + Plain.text(role.assumeRolePolicyDocument());
    }
}
