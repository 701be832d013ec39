package app.keyhold.cli;

/// The command was asked for in a way it cannot follow; nothing was done.
public final class UsageException extends RuntimeException {
    private final String nextStep;

    public UsageException(String message, String nextStep) {
        super(message);
        this.nextStep = nextStep;
    }

    public String nextStep() {
        return nextStep;
    }
}
