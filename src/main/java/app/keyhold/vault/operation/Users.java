package app.keyhold.vault.operation;

import app.keyhold.iam.Principal;
import app.keyhold.kms.View;
import java.util.List;

/// Names of users and the principals they are.
public final class Users {
    /// Who made the vault: the account's root.
    public static final String OWNER = "owner";

    private Users() {}

    public static Principal principal(String account, String userName) {
        return userName.equals(OWNER) ? new Principal.Root(account) : new Principal.User(account, userName);
    }

    /// Everybody's: people and programs, not roles.
    static List<String> names(View view) {
        return view.identities().stream()
                .filter(identity -> identity.role().isEmpty())
                .map(identity -> identity.principal().name())
                .toList();
    }
}
