package app.keyhold.cli.command;

import app.keyhold.vault.OpenVault;
import java.util.Optional;

/// Whom people mean in a grant: a user by name, anybody by ARN, a service by its principal name.
record GrantParty(Optional<String> principal, Optional<String> service) {
    private static final String OWNER = "owner";
    private static final String SERVICE_SUFFIX = ".amazonaws.com";

    static final GrantParty NOBODY = new GrantParty(Optional.empty(), Optional.empty());

    static GrantParty of(OpenVault vault, String given) {
        return given.endsWith(SERVICE_SUFFIX)
                ? new GrantParty(Optional.empty(), Optional.of(given))
                : new GrantParty(Optional.of(arn(vault.account(), given)), Optional.empty());
    }

    /// What to call them.
    static String shown(Optional<String> principal, Optional<String> service) {
        return principal.or(() -> service).orElse("-");
    }

    private static String arn(String account, String given) {
        if (given.startsWith("arn:")) {
            return given;
        }
        return "arn:aws:iam::" + account + ":" + (given.equals(OWNER) ? "root" : "user/" + given);
    }
}
