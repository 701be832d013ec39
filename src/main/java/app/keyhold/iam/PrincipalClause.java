package app.keyhold.iam;

import java.util.Set;

/// Whom a statement is about.
public sealed interface PrincipalClause {
    /// How a principal comes under a statement.
    enum Match {
        /// By its own name, or because everybody is meant.
        ITSELF,
        /// A session, by its role's name.
        ROLE,
        /// Only as one of the account's.
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
            return Match.ITSELF;
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
            return Match.ITSELF;
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }
    }

    /// @param arns of users, roles, sessions, account roots or accounts
    /// @param services by principal name: `files.amazonaws.com`
    record Named(Set<String> arns, Set<String> services) implements PrincipalClause {
        public Named {
            arns = Set.copyOf(arns);
            services = Set.copyOf(services);
        }

        @Override
        public Match match(Principal principal, String account) {
            return switch (principal) {
                case Principal.Service service -> services.contains(service.arn()) ? Match.ITSELF : Match.NONE;
                case Principal.Root _ -> namesAccount(account) ? Match.ITSELF : Match.NONE;
                case Principal.User _, Principal.Role _, Principal.AssumedRole _
                when arns.contains(principal.arn()) -> Match.ITSELF;
                case Principal.AssumedRole session when arns.contains(session.role().arn()) -> Match.ROLE;
                case Principal.User _, Principal.Role _, Principal.AssumedRole _ ->
                    namesAccount(account) ? Match.ACCOUNT : Match.NONE;
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

    /// NotPrincipal: everybody but those named by their own ARN, or a session by its role's. Naming the account does not
    /// spare its users.
    record AllBut(Named spared) implements PrincipalClause {
        @Override
        public Match match(Principal principal, String account) {
            return switch (spared.match(principal, account)) {
                case ITSELF, ROLE -> Match.NONE;
                case ACCOUNT, NONE -> Match.ITSELF;
            };
        }

        @Override
        public Set<String> names() {
            return spared.names();
        }
    }
}
