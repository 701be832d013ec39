package app.keyhold.iam;

import app.keyhold.json.Json;

/// A policy that cannot be taken as it stands: no JSON, no policy, or one that says something Keyhold would have to
/// ignore.
public final class PolicySyntaxException extends RuntimeException {
    private final int line;
    private final int column;

    PolicySyntaxException(Json.At at, String sentence) {
        super("Line " + at.line() + ", column " + at.column() + ": " + sentence);
        this.line = at.line();
        this.column = at.column();
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
