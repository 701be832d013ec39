package app.keyhold.vault.operation;

import app.keyhold.kms.KmsRequest;
import java.time.Instant;
import java.util.List;

/// Everybody who has a principal in this vault, the owner first.
public final class ListUsers {
    public record Request() implements KmsRequest<Response> {}

    public record Response(List<User> users) {}

    /// @param slots `passphrase`, `recovery`; empty for somebody who cannot unlock
    /// @param policies names of the identity policies
    public record User(
            String userName, String arn, boolean enabled, Instant created, List<String> slots, List<String> policies) {}
}
