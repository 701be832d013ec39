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

    /// @param byArn whether the ARN of who asks counts as their name; the unique id always does
    Match match(Question question, boolean byArn);

    /// ARNs, unique ids and accounts named, for checking that they exist.
    Set<String> names();

    /// A statement of an identity policy: about whoever has the policy.
    record Holder() implements PrincipalClause {
        @Override
        public Match match(Question question, boolean byArn) {
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
        public Match match(Question question, boolean byArn) {
            return Match.ITSELF;
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }
    }

    /// @param people ARNs and unique ids of users, roles and sessions, ARNs of account roots, accounts
    /// @param services by principal name: `files.amazonaws.com`
    record Named(Set<String> people, Set<String> services) implements PrincipalClause {
        public Named {
            people = Set.copyOf(people);
            services = Set.copyOf(services);
        }

        @Override
        public Match match(Question question, boolean byArn) {
            boolean account = namesAccount(question.account());
            return switch (question.principal()) {
                case Principal.Service service -> services.contains(service.arn()) ? Match.ITSELF : Match.NONE;
                case Principal.Root _ -> account ? Match.ITSELF : Match.NONE;
                case Principal.AssumedRole session when names(question, session, byArn) -> Match.ITSELF;
                case Principal.AssumedRole session when names(question, session.role(), byArn) -> Match.ROLE;
                case Principal.User user when names(question, user, byArn) -> Match.ITSELF;
                case Principal.Role role when names(question, role, byArn) -> Match.ITSELF;
                case Principal.User _, Principal.Role _, Principal.AssumedRole _ -> account ? Match.ACCOUNT : Match.NONE;
            };
        }

        private boolean names(Question question, Principal principal, boolean byArn) {
            String suffix = principal instanceof Principal.AssumedRole session ? ":" + session.sessionName() : "";
            return byArn && people.contains(principal.arn())
                    || question.uniqueId().filter(id -> people.contains(id + suffix)).isPresent();
        }

        private boolean namesAccount(String account) {
            return people.contains(account) || people.contains(new Principal.Root(account).arn());
        }

        @Override
        public Set<String> names() {
            return people;
        }
    }

    /// NotPrincipal: everybody but those named by their own ARN, or a session by its role's. Naming the account does not
    /// spare its users.
    record AllBut(Named spared) implements PrincipalClause {
        @Override
        public Match match(Question question, boolean byArn) {
            return switch (spared.match(question, byArn)) {
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
