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
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case VaultException e -> new Problem(sentence(e), e.nextStep());
            case KmsException e -> refused(e);
            case UncheckedIOException e when e.getCause() instanceof IOException cause -> of(cause);
            case AccessDeniedException e ->
                new Problem("No permission for " + e.getFile() + ". Nothing was changed.", "Choose another place, or change its permissions.");
            case NoSuchFileException e -> new Problem(e.getFile() + " is not there. Nothing was changed.", "");
            case FileSystemException e -> new Problem(sentence(e) + " Nothing was changed.", "");
            case IOException e -> new Problem(sentence(e), "");
            default -> new Problem(
                    "Something went wrong inside Keyhold (" + failure.getClass().getSimpleName() + ").", "Try again; if it happens again, report it.");
        };
    }

    private static Problem refused(KmsException e) {
        String detail = e.serviceMessage().map(message -> ": " + message).orElse("");
        String what = e.fault().name() + detail;
        return new Problem(what.endsWith(".") ? what : what + ".", "Nothing was changed.");
    }

    private static String sentence(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    public String text() {
        return next.isEmpty() ? what : what + " " + next;
    }
}
