package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import app.keyhold.kms.operation.role.ListRoles;
import app.keyhold.kms.operation.role.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Every role of this vault")
final class RoleList implements Callable<Integer> {
    private static final int PAGE = 1_000;

    private final Shell shell;

    RoleList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            List<Role> roles = new ArrayList<>();
            Optional<String> marker = Optional.empty();
            do {
                var page = vault.client().call(new ListRoles.Request(marker, Optional.of(PAGE)));
                roles.addAll(page.roles());
                marker = page.marker();
            } while (marker.isPresent());
            shell.answer(new ListRoles.Response(false, Optional.empty(), roles), () -> table(roles));
            return 0;
        });
    }

    private String table(List<Role> roles) {
        var table = new Table("NAME", "LONGEST SESSION", "SINCE", "DESCRIPTION");
        roles.forEach(role -> table.row(
                role.roleName(),
                role.maxSessionDuration() / 60 + " min",
                shell.times().day(role.createDate()),
                role.description().orElse("-")));
        return table.isEmpty() ? "This vault has no roles." : table.toString();
    }
}
