package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableIntegerValue;
import javafx.util.Duration;

/// Copies what must not stay on the clipboard, and clears it after a while and at the lock, unless something else was
/// copied meanwhile. Says so when that can't be confirmed. FX thread only.
public final class SecretClipboard {
    private static final Words WORDS = Words.of(SecretClipboard.class);

    /// What became of a secret on the clipboard.
    public enum Outcome {
        CLEARED,
        /// Something else is on it, or there was no secret.
        NOT_OURS,
        /// It still shows the secret.
        UNCONFIRMED
    }

    private final SecretBoard board;
    private final Notices notices;
    private final ObservableIntegerValue seconds;
    private final PauseTransition pause = new PauseTransition();
    /// Of the text on the clipboard: the text itself is not kept.
    private Optional<byte[]> digest = Optional.empty();

    /// @param seconds until it is cleared; 0 to leave it until the lock
    SecretClipboard(SecretBoard board, Notices notices, ObservableIntegerValue seconds) {
        this.board = board;
        this.notices = notices;
        this.seconds = seconds;
        pause.setOnFinished(_ -> tell(clear()));
    }

    /// @param what a person's name for it: `Secret access key`
    public void copy(String what, String secret) {
        board.put(secret);
        digest = Optional.of(digest(secret));
        pause.stop();
        if (seconds.get() > 0) {
            pause.setDuration(Duration.seconds(seconds.get()));
            pause.playFromStart();
            notices.toast(Tone.OK, WORDS.get("clipboard.copied", what, seconds.get()));
        } else {
            notices.toast(Tone.OK, WORDS.get("clipboard.copiedUntilLock", what));
        }
    }

    /// Now, as at the lock.
    public Outcome clear() {
        pause.stop();
        var ours = digest.filter(_ -> isOurs());
        if (ours.isEmpty()) {
            digest = Optional.empty();
            return Outcome.NOT_OURS;
        }
        board.clear();
        if (isOurs()) {
            return Outcome.UNCONFIRMED;
        }
        digest = Optional.empty();
        return Outcome.CLEARED;
    }

    private void tell(Outcome outcome) {
        switch (outcome) {
            case CLEARED -> notices.toast(Tone.OK, WORDS.get("clipboard.cleared"));
            case UNCONFIRMED -> notices.problem(new Problem(unconfirmed(), WORDS.get("clipboard.next")));
            case NOT_OURS -> {}
        }
    }

    public static String unconfirmed() {
        return WORDS.get("clipboard.unconfirmed");
    }

    private boolean isOurs() {
        return digest.isPresent()
                && board.text().filter(text -> MessageDigest.isEqual(digest(text), digest.get())).isPresent();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
