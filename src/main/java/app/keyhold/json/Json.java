package app.keyhold.json;

import java.util.LinkedHashMap;
import java.util.List;

/// A JSON value (RFC 8259) with the place of each part, so that an error can say where it stands.
public sealed interface Json {
    At at();

    record Text(At at, String value) implements Json {}

    record Flag(At at, boolean value) implements Json {}

    /// As it was written.
    record Number(At at, String value) implements Json {}

    record Null(At at) implements Json {}

    record Items(At at, List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    record Members(At at, LinkedHashMap<String, Member> values) implements Json {}

    record Member(At at, Json value) {}

    /// Both from 1.
    record At(int line, int column) {}

    default String kind() {
        return switch (this) {
            case Text _ -> "a text";
            case Flag _ -> "true or false";
            case Number _ -> "a number";
            case Null _ -> "null";
            case Items _ -> "a list";
            case Members _ -> "an object";
        };
    }
}
