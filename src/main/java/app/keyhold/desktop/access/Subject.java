package app.keyhold.desktop.access;

import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;

/// What a question is about: a key, a role, or nothing in particular.
public record Subject(String name, String arn) {
    static final Subject NOTHING = new Subject("no key", "*");

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
