package app.keyhold.json;

/// No JSON, or JSON that a strict reader refuses.
public final class JsonSyntaxException extends RuntimeException {
    private final Json.At at;
    private final String sentence;

    JsonSyntaxException(Json.At at, String sentence) {
        super("Line " + at.line() + ", column " + at.column() + ": " + sentence);
        this.at = at;
        this.sentence = sentence;
    }

    public Json.At at() {
        return at;
    }

    /// What is wrong, without the place. May quote a member's name.
    public String sentence() {
        return sentence;
    }
}
