package app.keyhold.files;

import app.keyhold.message.CommitmentPolicy;

/// What is done only if it was asked for.
///
/// @param uncommitted opens messages of suites that do not commit to their key
/// @param releaseBeforeSignature lets a signed message's content out before its signature is checked, which comes last
public record Allowances(boolean uncommitted, boolean releaseBeforeSignature) {
    public static Allowances none() {
        return new Allowances(false, false);
    }

    CommitmentPolicy policy() {
        return CommitmentPolicy.allowingUncommitted(uncommitted);
    }
}
