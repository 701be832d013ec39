package app.keyhold.desktop.firstrun;

import app.keyhold.desktop.part.Words;

/// The pages of the first run, in order.
public enum Step {
    WELCOME,
    PLACE,
    PASSPHRASE,
    RECOVERY,
    SERVICE_KEYS,
    DONE;

    private static final Words WORDS = Words.of(Step.class);

    public String title() {
        return WORDS.get(this);
    }
}
