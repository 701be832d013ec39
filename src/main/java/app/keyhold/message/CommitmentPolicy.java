package app.keyhold.message;

/// Which messages are opened; written are only those that commit to their key. The AWS Encryption SDK's own names.
public enum CommitmentPolicy {
    REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
    /// Those of suites without commitment too, for messages from before it.
    REQUIRE_ENCRYPT_ALLOW_DECRYPT;

    public static CommitmentPolicy allowingUncommitted(boolean allowed) {
        return allowed ? REQUIRE_ENCRYPT_ALLOW_DECRYPT : REQUIRE_ENCRYPT_REQUIRE_DECRYPT;
    }

    /// @throws MessageException of kind UNCOMMITTED
    void requireAllowed(AlgorithmSuite suite) {
        if (this == REQUIRE_ENCRYPT_REQUIRE_DECRYPT && !suite.committing()) {
            throw MessageException.uncommitted(suite);
        }
    }
}
