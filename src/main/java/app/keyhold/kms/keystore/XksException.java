package app.keyhold.kms.keystore;

/// A proxy could not be reached or would not do its part.
public final class XksException extends RuntimeException {
    private final XksProblem problem;

    public XksException(XksProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public XksException(XksProblem problem, Throwable cause) {
        super(problem.sentence(), cause);
        this.problem = problem;
    }

    public XksProblem problem() {
        return problem;
    }
}
