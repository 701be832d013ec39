package app.keyhold.files;

import app.keyhold.files.FileException.Kind;
import app.keyhold.files.archive.ArchiveException;
import app.keyhold.kms.KmsException;
import app.keyhold.message.MessageException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Says in plain words what went wrong with a file.
final class Failures {
    static final String NOTHING_WRITTEN = "The original is untouched and nothing was written.";

    private final Optional<Path> file;
    private final String name;

    private Failures(Optional<Path> file, String name) {
        this.file = file;
        this.name = name;
    }

    static Failures of(Path file) {
        return new Failures(Optional.of(file), Names.fileName(file));
    }

    static Failures ofStream() {
        return new Failures(Optional.empty(), "The stream");
    }

    Optional<Path> file() {
        return file;
    }

    String name() {
        return name;
    }

    FileException of(Kind kind, String happened, String next) {
        return new FileException(kind, file, happened, NOTHING_WRITTEN, next, OptionalLong.empty());
    }

    FileException cancelled() {
        return stopped(Kind.CANCELLED, name + " was cancelled.", "Start it again whenever you like.");
    }

    /// Like [#of], but the work had begun.
    private FileException stopped(Kind kind, String happened, String next) {
        return new FileException(
                kind,
                file,
                happened,
                "The original is untouched; what had been written is removed.",
                next,
                OptionalLong.empty());
    }

    FileException sourceChanged() {
        return new FileException(
                Kind.SOURCE_CHANGED,
                file,
                name + " was changed while it was being read.",
                "It is as the other program left it; what had been written is removed.",
                "Try again once no other program writes to it.",
                OptionalLong.empty());
    }

    /// Of something that was to be archived.
    FileException archiving(ArchiveException refused) {
        String next = refused.reason() == ArchiveException.Reason.CHANGED
                ? "Try again once no other program writes to it."
                : "Leave it out, or change its permissions.";
        return new FileException(
                refused.reason() == ArchiveException.Reason.CHANGED ? Kind.SOURCE_CHANGED : Kind.UNREADABLE,
                file,
                refused.sentence() + ".",
                "The originals are untouched; what had been written is removed.",
                next,
                OptionalLong.empty());
    }

    /// Of an archive that was to be extracted.
    FileException extracting(ArchiveException refused) {
        boolean unsafe = refused.reason() == ArchiveException.Reason.UNSAFE;
        return new FileException(
                unsafe ? Kind.UNSAFE_ARCHIVE : Kind.NOT_AN_ARCHIVE,
                file,
                unsafe ? refused.sentence() + "." : name + " holds no archive: " + refused.sentence() + ".",
                "Nothing of it was left behind; the encrypted file is untouched.",
                unsafe
                        ? "If you trust who made it, decrypt it without extracting and look at the tar file."
                        : "Decrypt it without extracting.",
                OptionalLong.empty());
    }

    FileException notOneFile() {
        return new FileException(
                Kind.NOT_AN_ARCHIVE,
                file,
                name + " says that it is one file with its name, and is not.",
                "Nothing of it was left behind; the encrypted file is untouched.",
                "Decrypt it to standard output and look at the tar stream.",
                OptionalLong.empty());
    }

    FileException message(MessageException refused) {
        return switch (refused.kind()) {
            case DAMAGED ->
                new FileException(
                        Kind.DAMAGED,
                        file,
                        String.format(
                                Locale.ROOT,
                                "%s is damaged or was tampered with at byte %,d: %s.",
                                name,
                                refused.offset(),
                                refused.getMessage()),
                        "No decrypted file was left behind; the encrypted one is untouched.",
                        "Take the file from a backup.",
                        OptionalLong.of(refused.offset()));
            case TRUNCATED ->
                new FileException(
                        Kind.TRUNCATED,
                        file,
                        name + " is not complete: " + refused.getMessage() + ".",
                        "No decrypted file was left behind; the encrypted one is untouched.",
                        "Copy the file again from where it came, or take it from a backup.",
                        OptionalLong.of(refused.offset()));
            case NOT_A_MESSAGE ->
                of(Kind.NOT_A_MESSAGE, name + " is no encrypted file.", "Choose a file that Keyhold encrypted.");
            case UNSUPPORTED ->
                of(
                        Kind.NOT_A_MESSAGE,
                        name + " cannot be read: " + refused.getMessage() + ".",
                        "Open it with the AWS Encryption SDK that wrote it.");
            case UNCOMMITTED ->
                of(
                        Kind.UNCOMMITTED,
                        name + " was not opened: " + refused.getMessage()
                                + ", so whoever wrote it could have made it to open as something else for another reader.",
                        "If you trust who wrote it, allow it with --allow-uncommitted; `reencrypt` writes it anew with a"
                                + " commitment.");
            case TOO_LONG ->
                of(Kind.REFUSED, name + " was not released: " + refused.getMessage() + ".", "Decrypt it into a file.");
            case REFUSED ->
                of(
                        Kind.REFUSED,
                        name + " was not encrypted: " + refused.getMessage() + ".",
                        "Change it and try again.");
        };
    }

    FileException kms(KmsException refused, String keyId) {
        String said = refused.serviceMessage().map(message -> " " + message).orElse("");
        return switch (refused.fault()) {
            case NotFoundException, InvalidArnException ->
                of(Kind.NO_KEY, "There is no key " + keyId + " in this vault." + said, "Choose a key that is here.");
            case AccessDeniedException, NotAuthorizedException ->
                of(Kind.DENIED, "You may not use key " + keyId + "." + said, "Ask who administers the key.");
            case DisabledException ->
                of(Kind.DENIED, "Key " + keyId + " is disabled." + said, "Enable the key and try again.");
            case KMSInvalidStateException ->
                of(
                        Kind.DENIED,
                        "Key " + keyId + " cannot be used in its present state." + said,
                        "Look at the key: it may be waiting for its deletion.");
            case InvalidKeyUsageException, UnsupportedOperationException ->
                of(Kind.DENIED, "Key " + keyId + " is not one that encrypts files." + said, "Choose a symmetric key.");
            default -> of(Kind.IO, "Key " + keyId + " did not answer: " + refused.fault() + "." + said, "Try again.");
        };
    }

    FileException reading(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> of(Kind.NOT_FOUND, name + " is not there.", "Check the name.");
            case AccessDeniedException _ ->
                of(Kind.UNREADABLE, name + " may not be read by you.", "Change the file's permissions.");
            case ClosedByInterruptException _ -> cancelled();
            default ->
                of(Kind.UNREADABLE, name + " could not be read: " + reason(failure) + ".", "Check the disk it is on.");
        };
    }

    FileException writing(IOException failure) {
        String reason = reason(failure);
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space") || lower.contains("not enough space") || lower.contains("quota")) {
            return noSpace(reason);
        }
        return switch (failure) {
            case FileAlreadyExistsException _ -> exists();
            case AccessDeniedException _ ->
                stopped(Kind.READ_ONLY, name + " may not be written in its folder.", "Choose another folder.");
            case ClosedByInterruptException _ -> cancelled();
            default ->
                lower.contains("read-only")
                        ? readOnly()
                        : stopped(
                                Kind.IO, name + " could not be written: " + reason + ".", "Check the disk it goes to.");
        };
    }

    /// What stands on the disk is not what was written there.
    FileException badlyWritten() {
        return stopped(Kind.DAMAGED, name + " was written, but read back as something else.", "Check the disk it goes to.");
    }

    /// Something that should not happen; told in its own words, so that it can be reported.
    FileException unforeseen(RuntimeException failure) {
        return of(
                Kind.IO,
                name + " could not be worked on: " + Optional.ofNullable(failure.getMessage())
                                .orElse(failure.getClass().getSimpleName()) + ".",
                "Try again; unlock the vault if it is locked.");
    }

    FileException noSpace(String reason) {
        return stopped(
                Kind.NO_SPACE,
                "There is no room for " + name + ": " + reason + ".",
                "Make room or choose another disk.");
    }

    /// Of a folder that is to take all results of a batch.
    FileException noSpaceForAll(int files, long size, long free) {
        return of(
                Kind.NO_SPACE,
                "There is no room for all " + files + " files in " + name + ": they take " + Sizes.text(size) + ", "
                        + Sizes.text(free) + " are free.",
                "Make room, choose another disk, or take fewer files.");
    }

    FileException exists() {
        return of(Kind.EXISTS, name + " is there already.", "Choose another name, or to keep both or replace it.");
    }

    FileException claimed() {
        return of(
                Kind.EXISTS,
                name + " would take the place of another file's result.",
                "Choose to keep both, or another folder for one of them.");
    }

    private FileException readOnly() {
        return of(Kind.READ_ONLY, name + " would be on a read-only disk.", "Choose another folder.");
    }

    static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException told ? told.getReason() : failure.getMessage();
        return reason == null || reason.isBlank() ? failure.getClass().getSimpleName() : reason;
    }
}
