package app.keyhold.desktop.part;

import java.util.Locale;

/// What language the desktop speaks. Applied once, before the first text is asked for.
public enum Language {
    SYSTEM,
    ENGLISH,
    GERMAN;

    private static final Words WORDS = Words.of(Language.class);
    private static final Locale AT_START = Locale.getDefault(Locale.Category.DISPLAY);

    public void apply() {
        Locale.setDefault(Locale.Category.DISPLAY, locale());
    }

    /// A country of the system's own, such as British, is kept.
    private Locale locale() {
        return switch (this) {
            case SYSTEM -> AT_START;
            case ENGLISH -> own(Locale.ENGLISH);
            case GERMAN -> own(Locale.GERMAN);
        };
    }

    private static Locale own(Locale language) {
        return AT_START.getLanguage().equals(language.getLanguage()) ? AT_START : language;
    }

    /// A language is named in itself.
    @Override
    public String toString() {
        return WORDS.get(this);
    }
}
