package app.keyhold.vault;

/// Why a vault could not be opened, made or changed: one outcome each, told apart from a wrong passphrase, and each with
/// its next step.
public final class VaultException extends RuntimeException {
    public enum Kind {
        NOT_FOUND(1),
        EXISTS(1),
        USAGE(2),
        WRONG_PASSPHRASE(3),
        DAMAGED(4),
        IN_USE(5),
        /// A Region whose disk is away.
        UNREACHABLE(5),
        NEEDS_NEWER_KEYHOLD(6),
        NOT_ENOUGH_MEMORY(7),
        NO_SPACE(8),
        /// Synchronised folder, rolled-back header, someone else's files, clock.
        REFUSED_FOR_SAFETY(9),
        /// Two Regions were made the home while neither knew of the other.
        RIVAL_HOME(9),
        CANCELLED(130);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;
    private final String nextStep;

    /// @param message what happened, and what is safe, in one sentence
    /// @param nextStep what to do now
    public VaultException(Kind kind, String message, String nextStep) {
        super(message);
        this.kind = kind;
        this.nextStep = nextStep;
    }

    public VaultException(Kind kind, String message, String nextStep, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.nextStep = nextStep;
    }

    public Kind kind() {
        return kind;
    }

    public String nextStep() {
        return nextStep;
    }
}
