package app.keyhold.desktop.theme;

import app.keyhold.desktop.part.Words;

/// How the desktop decides what it looks like.
public enum Scheme {
    SYSTEM,
    LIGHT,
    DARK,
    CONTRAST;

    private static final Words WORDS = Words.of(Scheme.class);

    @Override
    public String toString() {
        return WORDS.get(this);
    }
}
