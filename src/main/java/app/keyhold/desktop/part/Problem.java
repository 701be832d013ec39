package app.keyhold.desktop.part;

import app.keyhold.kms.KmsException;
import app.keyhold.vault.VaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// A failure in a person's words.
///
/// @param what what happened, and what is safe
/// @param next what to do now; may be empty
public record Problem(String what, String next) {
    private static final Words WORDS = Words.of(Problem.class);

    public static Problem of(Throwable failure) {
        return switch (failure) {
            case VaultException e -> new Problem(sentence(e), e.nextStep());
            case KmsException e -> refused(e);
            case UncheckedIOException e when e.getCause() instanceof IOException cause -> of(cause);
            case AccessDeniedException e ->
                new Problem(WORDS.get("problem.denied", e.getFile()), WORDS.get("problem.deniedNext"));
            case NoSuchFileException e -> new Problem(WORDS.get("problem.missing", e.getFile()), "");
            case FileSystemException e -> new Problem(WORDS.get("problem.file", sentence(e)), "");
            case IOException e -> new Problem(sentence(e), "");
            default -> new Problem(
                    WORDS.get("problem.inside", failure.getClass().getSimpleName()), WORDS.get("problem.insideNext"));
        };
    }

    private static Problem refused(KmsException e) {
        String detail = e.serviceMessage().map(message -> ": " + message).orElse("");
        String what = e.fault().name() + detail;
        return new Problem(what.endsWith(".") ? what : what + ".", WORDS.get("problem.unchanged"));
    }

    private static String sentence(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    public String text() {
        return next.isEmpty() ? what : what + " " + next;
    }
}
