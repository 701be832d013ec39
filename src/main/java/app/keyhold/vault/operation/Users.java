package app.keyhold.vault.operation;

import app.keyhold.iam.Principal;

/// Names of users and the principals they are.
public final class Users {
    /// Who made the vault: the account's root.
    public static final String OWNER = "owner";

    private Users() {}

    public static Principal principal(String account, String userName) {
        return userName.equals(OWNER) ? new Principal.Root(account) : new Principal.User(account, userName);
    }
}
