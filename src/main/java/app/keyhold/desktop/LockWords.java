package app.keyhold.desktop;

import app.keyhold.desktop.lock.AutoLock;
import app.keyhold.desktop.part.Words;

/// Why the vault was locked, said on the page that asks for the passphrase.
final class LockWords {
    private static final Words WORDS = Words.of(LockWords.class);

    private LockWords() {}

    static String sentence(AutoLock.Reason reason) {
        return switch (reason) {
            case IDLE -> WORDS.get("lock.idle");
            case SLEPT -> WORDS.get("lock.slept");
            case SESSION_LOCKED -> WORDS.get("lock.session");
            case DONE -> WORDS.get("lock.done");
        };
    }
}
