package app.keyhold.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;

/// A failed read or write as one of the vault's outcomes.
public final class DiskFailure {
    private DiskFailure() {}

    /// @param what `The vault's header could not be written`
    public static VaultException of(String what, Exception failure) {
        return switch (failure) {
            case UncheckedIOException wrapped when wrapped.getCause() instanceof IOException cause -> of(what, cause);
            case FileAlreadyExistsException taken ->
                new VaultException(
                        VaultException.Kind.EXISTS,
                        what + ": " + taken.getFile() + " is already there and was left alone.",
                        "Choose another name.",
                        taken);
            case NoSuchFileException missing ->
                new VaultException(
                        VaultException.Kind.NOT_FOUND,
                        what + ": " + missing.getFile() + " is not there.",
                        "Check the path.",
                        missing);
            case AccessDeniedException denied -> readOnly(what, denied);
            case ReadOnlyFileSystemException readOnly -> readOnly(what, readOnly);
            case FileSystemException failed when reason(failed).contains("Read-only") -> readOnly(what, failed);
            case IOException full when isFull(full) ->
                new VaultException(
                        VaultException.Kind.NO_SPACE,
                        what + ": the disk is full. The vault is as it was.",
                        "Free some space and try again.",
                        full);
            default ->
                new VaultException(
                        VaultException.Kind.IN_USE,
                        what + ": the disk does not answer as it should. The vault is as it was.",
                        "Check that the disk is connected and healthy, then try again.",
                        failure);
        };
    }

    private static VaultException readOnly(String what, Exception denied) {
        return new VaultException(
                VaultException.Kind.NO_SPACE,
                what + ": this place can't be written to. The vault is as it was.",
                "Check the permissions, or whether the disk is mounted read-only.",
                denied);
    }

    private static boolean isFull(IOException failure) {
        var message = failure.getMessage();
        return message != null && (message.contains("No space left") || message.contains("not enough space"));
    }

    private static String reason(FileSystemException failure) {
        var reason = failure.getReason();
        return reason == null ? "" : reason;
    }
}
