package app.keyhold.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads exactly one JSON value (RFC 8259), strictly: no duplicate members, no trailing text, bounded depth.
public final class JsonReader {
    private final String what;
    private final String text;
    private final int maxDepth;
    private int position;
    private int line = 1;
    private int lineStart;
    private int depth;

    private JsonReader(String what, String text, int maxDepth) {
        this.what = what;
        this.text = text;
        this.maxDepth = maxDepth;
    }

    /// @param what is read, for messages
    /// @param maxDepth of lists and objects in each other
    /// @throws JsonSyntaxException naming line and column
    public static Json read(String what, String text, int maxDepth) {
        var reader = new JsonReader(what, text, maxDepth);
        reader.skipSpace();
        Json value = reader.value();
        reader.skipSpace();
        if (!reader.atEnd()) {
            throw reader.error("There is more text after the end of " + what + ".");
        }
        return value;
    }

    private Json value() {
        if (atEnd()) {
            throw error("The text ends where a value is expected.");
        }
        Json.At at = here();
        char next = text.charAt(position);
        return switch (next) {
            case '{' -> members(at);
            case '[' -> items(at);
            case '"' -> new Json.Text(at, string());
            case 't' -> word("true", new Json.Flag(at, true));
            case 'f' -> word("false", new Json.Flag(at, false));
            case 'n' -> word("null", new Json.Null(at));
            default -> number(at);
        };
    }

    private Json members(Json.At at) {
        enter();
        var members = new LinkedHashMap<String, Json.Member>();
        if (!emptyUntil('}')) {
            do {
                skipSpace();
                Json.At nameAt = here();
                if (atEnd() || text.charAt(position) != '"') {
                    throw error("A member's name in quotes is expected here.");
                }
                String name = string();
                skipSpace();
                expect(':');
                skipSpace();
                if (members.put(name, new Json.Member(nameAt, value())) != null) {
                    throw new JsonSyntaxException(nameAt, "\"" + name + "\" is given twice.");
                }
            } while (another('}'));
        }
        depth--;
        return new Json.Members(at, members);
    }

    private Json items(Json.At at) {
        enter();
        List<Json> items = new ArrayList<>();
        if (!emptyUntil(']')) {
            do {
                skipSpace();
                items.add(value());
            } while (another(']'));
        }
        depth--;
        return new Json.Items(at, items);
    }

    private void enter() {
        if (++depth > maxDepth) {
            throw error("It is nested deeper than " + maxDepth + " levels.");
        }
        position++;
    }

    private boolean emptyUntil(char close) {
        skipSpace();
        if (!atEnd() && text.charAt(position) == close) {
            position++;
            return true;
        }
        return false;
    }

    private boolean another(char close) {
        skipSpace();
        if (!atEnd() && text.charAt(position) == close) {
            position++;
            return false;
        }
        expect(',');
        return true;
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, position)) {
            throw error("A value is expected here.");
        }
        position += word.length();
        return value;
    }

    private Json number(Json.At at) {
        int start = position;
        while (!atEnd() && "+-.0123456789eE".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        String number = text.substring(start, position);
        if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw new JsonSyntaxException(at, "A value is expected here.");
        }
        return new Json.Number(at, number);
    }

    private String string() {
        position++;
        var result = new StringBuilder();
        while (true) {
            if (atEnd() || text.charAt(position) < ' ') {
                throw error("The quote is not closed on this line.");
            }
            char next = text.charAt(position++);
            switch (next) {
                case '"' -> {
                    return result.toString();
                }
                case '\\' -> result.append(escape());
                default -> result.append(next);
            }
        }
    }

    private char escape() {
        char kind = atEnd() ? ' ' : text.charAt(position++);
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw error("\\" + kind + " is no escape of JSON.");
        };
    }

    private char unicode() {
        int end = position + 4;
        if (end > text.length() || !text.substring(position, end).matches("\\p{XDigit}{4}")) {
            throw error("\\u needs four hexadecimal digits.");
        }
        char unit = (char) Integer.parseInt(text, position, end, 16);
        position = end;
        return unit;
    }

    private void expect(char wanted) {
        if (atEnd() || text.charAt(position) != wanted) {
            throw error("'" + wanted + "' is expected here.");
        }
        position++;
    }

    private void skipSpace() {
        while (!atEnd() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            if (text.charAt(position++) == '\n') {
                line++;
                lineStart = position;
            }
        }
    }

    private boolean atEnd() {
        return position >= text.length();
    }

    private Json.At here() {
        return new Json.At(line, position - lineStart + 1);
    }

    private JsonSyntaxException error(String sentence) {
        return new JsonSyntaxException(here(), sentence);
    }
}
