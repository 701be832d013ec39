package app.keyhold.iam;

import java.util.List;

/// The outcome of an evaluation and why: every reason names the statement that decided, or that none did.
public sealed interface Decision {
    List<Reason> reasons();

    record Allowed(List<Reason> reasons) implements Decision {
        public Allowed {
            reasons = List.copyOf(reasons);
        }
    }

    /// @param explicit true if a Deny statement matched, false if no statement allowed
    record Denied(boolean explicit, List<Reason> reasons) implements Decision {
        public Denied {
            reasons = List.copyOf(reasons);
        }
    }

    /// @param source `key policy`, or the name of the identity policy
    /// @param statement the statement's Sid, or `statement 2` by position, or empty if none applied
    /// @param text one sentence for a person
    record Reason(String source, String statement, String text) {}

    default boolean isAllowed() {
        return this instanceof Allowed;
    }
}
