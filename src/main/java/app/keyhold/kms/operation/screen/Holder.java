package app.keyhold.kms.operation.screen;

import app.keyhold.iam.Identity;
import app.keyhold.iam.Principal;
import app.keyhold.kms.View;
import java.util.Comparator;
import java.util.List;

/// Somebody whom policies can let in.
///
/// @param kind `owner`, `user` or `role`
public record Holder(String arn, String name, String kind, boolean enabled) {
    static Holder of(Identity identity) {
        Principal principal = identity.principal();
        String kind =
                switch (principal) {
                    case Principal.Root _ -> "owner";
                    case Principal.Role _, Principal.AssumedRole _ -> "role";
                    case Principal.User _, Principal.Service _ -> "user";
                };
        return new Holder(principal.arn(), principal.name(), kind, identity.enabled());
    }

    /// The owner, then users, then roles, each in order of name.
    static List<Identity> all(View view) {
        return view.identities().stream()
                .sorted(Comparator.comparing((Identity identity) -> !(identity.principal() instanceof Principal.Root))
                        .thenComparing(identity -> identity.principal() instanceof Principal.Role)
                        .thenComparing(identity -> identity.principal().name()))
                .toList();
    }
}
