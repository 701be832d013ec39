package app.keyhold.desktop.access;

import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;

/// What a question is about: a key, a role, or nothing in particular.
public record Subject(String name, String arn) {
    private static final Words WORDS = Words.of(Subject.class);
    private static final String ANYTHING = "*";

    static Subject nothing() {
        return new Subject(WORDS.get("subject.nothing"), ANYTHING);
    }

    boolean isNothing() {
        return arn.equals(ANYTHING);
    }

    boolean isKey() {
        return arn.startsWith("arn:aws:kms:");
    }

    static Subject of(KeyRow key) {
        return new Subject(KeyWords.name(key.aliases(), key.keyId()), key.arn());
    }

    static Subject of(Party role) {
        return new Subject(role.name(), role.arn());
    }

    @Override
    public String toString() {
        return name;
    }
}
