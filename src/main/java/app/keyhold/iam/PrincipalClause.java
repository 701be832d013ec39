package app.keyhold.iam;

import java.util.Set;

/// Whom a statement is about.
public sealed interface PrincipalClause {
    /// How a principal comes under a statement: by name, or only as one of the account's, or not at all.
    enum Match {
        DIRECT,
        ACCOUNT,
        NONE
    }

    Match match(Principal principal, String account);

    /// ARNs and accounts named, for checking that they exist.
    Set<String> names();

    /// A statement of an identity policy: about whoever has the policy.
    record Holder() implements PrincipalClause {
        @Override
        public Match match(Principal principal, String account) {
            return Match.DIRECT;
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }
    }

    /// `"*"`.
    record Everybody() implements PrincipalClause {
        @Override
        public Match match(Principal principal, String account) {
            return Match.DIRECT;
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }
    }

    /// @param arns of users, account roots or accounts
    /// @param services by principal name: `files.amazonaws.com`
    record Named(Set<String> arns, Set<String> services) implements PrincipalClause {
        public Named {
            arns = Set.copyOf(arns);
            services = Set.copyOf(services);
        }

        @Override
        public Match match(Principal principal, String account) {
            return switch (principal) {
                case Principal.Service service -> services.contains(service.arn()) ? Match.DIRECT : Match.NONE;
                case Principal.User _, Principal.Role _, Principal.AssumedRole _
                when arns.contains(principal.arn()) -> Match.DIRECT;
                case Principal.AssumedRole session when arns.contains(session.role().arn()) -> Match.DIRECT;
                case Principal.User _, Principal.Role _, Principal.AssumedRole _ ->
                    namesAccount(account) ? Match.ACCOUNT : Match.NONE;
                case Principal.Root _ -> namesAccount(account) ? Match.DIRECT : Match.NONE;
            };
        }

        private boolean namesAccount(String account) {
            return arns.contains(account) || arns.contains(new Principal.Root(account).arn());
        }

        @Override
        public Set<String> names() {
            return arns;
        }
    }

    /// NotPrincipal: everybody but those named by their own ARN. Naming the account does not spare its users.
    record AllBut(Named spared) implements PrincipalClause {
        @Override
        public Match match(Principal principal, String account) {
            return spared.match(principal, account) == Match.DIRECT ? Match.NONE : Match.DIRECT;
        }

        @Override
        public Set<String> names() {
            return spared.names();
        }
    }
}
