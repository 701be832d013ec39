package app.keyhold.kms.grant;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a grant allows, and when.
///
/// @param operations in the order of the model
public record GrantTerms(Set<GrantOperation> operations, GrantConstraints constraints) {
    public GrantTerms {
        operations = Collections.unmodifiableSet(inOrder(operations));
    }

    /// A grant to make grants hands on no more than it has: its own operations or fewer, under its own constraints or
    /// stricter ones.
    boolean cover(GrantTerms handedOn) {
        return operations.containsAll(handedOn.operations) && constraints.areNoStricterThan(handedOn.constraints);
    }

    private static EnumSet<GrantOperation> inOrder(Collection<GrantOperation> operations) {
        var ordered = EnumSet.noneOf(GrantOperation.class);
        ordered.addAll(operations);
        return ordered;
    }
}
