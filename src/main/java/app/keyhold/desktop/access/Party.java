package app.keyhold.desktop.access;

import app.keyhold.kms.operation.role.Role;
import app.keyhold.vault.operation.ListUsers;

/// Somebody whom policies and grants can name, as people call them: `eva`, `role/auditor`, `ebs.amazonaws.com`.
///
/// @param arn a service answers with its name
public record Party(String name, String arn) {
    private static final String ROLE = "role/";
    private static final String SERVICE = ".amazonaws.com";
    private static final String OWNER = "owner";

    public static Party of(ListUsers.User user) {
        return new Party(user.userName(), user.arn());
    }

    public static Party of(Role role) {
        return new Party(ROLE + role.roleName(), role.arn());
    }

    /// As somebody typed it: a name, or an ARN.
    ///
    /// @param account the vault's
    public static Party named(String account, String typed) {
        String name = typed.strip();
        if (name.startsWith("arn:") || name.endsWith(SERVICE)) {
            return new Party(name, name);
        }
        String iam = "arn:aws:iam::" + account + ":";
        if (name.equals(OWNER)) {
            return new Party(name, iam + "root");
        }
        return new Party(name, iam + (name.startsWith(ROLE) ? name : "user/" + name));
    }

    public boolean isService() {
        return arn.endsWith(SERVICE) && !arn.startsWith("arn:");
    }

    public boolean isRole() {
        return name.startsWith(ROLE);
    }

    @Override
    public String toString() {
        return name;
    }
}
