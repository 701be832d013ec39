package app.keyhold.desktop.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What a new policy begins with.
final class PolicyTemplates {
    private PolicyTemplates() {}

    static String identity() {
        return read("identity.json");
    }

    /// Lets the account in: identity policies then say who.
    static String trust(String account) {
        return read("trust.json").replace("ACCOUNT", account);
    }

    private static String read(String name) {
        try (var in = Objects.requireNonNull(PolicyTemplates.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " of this build can't be read", e); // not words
        }
    }
}
