package app.keyhold.cli;

/// A check came to its end and found damaged or tampered data; what it found is on stdout already.
public final class DamageFound extends RuntimeException {
    private final String nextStep;

    public DamageFound(String message, String nextStep) {
        super(message);
        this.nextStep = nextStep;
    }

    public String nextStep() {
        return nextStep;
    }
}
