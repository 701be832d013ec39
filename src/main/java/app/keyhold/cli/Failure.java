package app.keyhold.cli;

import app.keyhold.endpoint.AwsJson;
import app.keyhold.files.FileException;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.StoreException;
import app.keyhold.vault.VaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What went wrong, in words and as an exit code.
///
/// @param code a name to search for: the service's error, or what happened in the same style
/// @param message what happened and what is safe
record Failure(ExitCode exit, String code, String message, Optional<String> nextStep) {
    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case VaultException vault -> of(vault);
            case KmsException refusal -> of(refusal);
            case FileException file ->
                new Failure(
                        ExitCode.of(file.kind()), file.kind().code(), file.happened() + " " + file.safe(), some(file.next()));
            case StoreException store -> of(store);
            case UsageException usage ->
                new Failure(ExitCode.USAGE, "Usage", words(usage), some(usage.nextStep()));
            case DamageFound damage ->
                new Failure(ExitCode.DAMAGED, "Damaged", words(damage), some(damage.nextStep()));
            case UncheckedIOException wrapped when wrapped.getCause() instanceof IOException io -> of(io);
            case IOException io -> of(io);
            case OutOfMemoryError memory ->
                new Failure(
                        ExitCode.NOT_ENOUGH_MEMORY,
                        "NotEnoughMemory",
                        "There is not enough memory for this. Nothing was changed.",
                        some("Close other programs and try again."));
            default ->
                new Failure(
                        ExitCode.FAILED,
                        "InternalFailure",
                        "Keyhold met an error it did not expect (" + whereabouts(thrown) + ").",
                        some("Please report it; `keyhold vault check` tells whether the vault is well."));
        };
    }

    /// On stderr: sentences for a person, one object for a program.
    void print(Terminal terminal, OutputForm form) {
        if (form == OutputForm.JSON) {
            byte[] json = new AwsJson().encode(new Wire(code, message, nextStep, exit.number()));
            terminal.err().println(new String(json, StandardCharsets.UTF_8));
        } else {
            terminal.err().println(Plain.text("keyhold: " + code + (message.isEmpty() ? "" : ": " + message)));
            nextStep.ifPresent(step -> terminal.err().println(Plain.text("         " + step)));
        }
    }

    private record Wire(String code, String message, Optional<String> nextStep, int exitCode) {}

    private static Failure of(VaultException thrown) {
        ExitCode exit = Arrays.stream(ExitCode.values())
                .filter(code -> code.number() == thrown.kind().exitCode())
                .findFirst()
                .orElse(ExitCode.FAILED);
        return new Failure(exit, name(thrown.kind()), words(thrown), some(thrown.nextStep()));
    }

    private static Failure of(KmsException refusal) {
        String code = refusal.fault().name();
        return switch (refusal.fault()) {
            case InvalidCiphertextException ->
                new Failure(
                        ExitCode.FAILED,
                        code,
                        "The ciphertext, its encryption context or the key does not fit.",
                        some("Give the encryption context that was given when it was encrypted."));
            case KMSInvalidSignatureException, KMSInvalidMacException ->
                new Failure(ExitCode.FAILED, code, "It was not made by this key over this message.", Optional.empty());
            default -> new Failure(ExitCode.FAILED, code, refusal.serviceMessage().orElse(""), Optional.empty());
        };
    }

    private static Failure of(StoreException thrown) {
        return switch (thrown.kind()) {
            case BUSY ->
                new Failure(
                        ExitCode.IN_USE, "InUse", words(thrown), some("Close the other program that has the vault open."));
            case NO_SPACE -> new Failure(ExitCode.NO_SPACE, "NoSpace", words(thrown), some("Free some space and try again."));
            case READ_ONLY ->
                new Failure(ExitCode.NO_SPACE, "ReadOnly", words(thrown), some("Make the vault's folder writable."));
            case DAMAGED ->
                new Failure(
                        ExitCode.DAMAGED, "Damaged", words(thrown), some("`keyhold vault restore` brings back a backup."));
            case OUTCOME_UNKNOWN ->
                new Failure(
                        ExitCode.FAILED,
                        "OutcomeUnknown",
                        words(thrown),
                        some("`keyhold audit list` tells whether it was done."));
            case CLOSED -> new Failure(ExitCode.IN_USE, "Locked", words(thrown), some("Unlock the vault again."));
        };
    }

    private static Failure of(IOException thrown) {
        String words = words(thrown);
        return switch (thrown) {
            case NoSuchFileException missing -> failed("NotFound", "There is no " + missing.getFile() + ".");
            case FileAlreadyExistsException there -> failed("Exists", there.getFile() + " is there already. It was left alone.");
            case AccessDeniedException denied -> failed("AccessDenied", "No permission for " + denied.getFile() + ".");
            default ->
                thrown.getCause() instanceof ReadOnlyFileSystemException || words.contains("No space left")
                        ? new Failure(ExitCode.NO_SPACE, "NoSpace", words + ".", some("Free some space and try again."))
                        : failed("IO", words);
        };
    }

    private static Failure failed(String code, String message) {
        return new Failure(ExitCode.FAILED, code, message, Optional.empty());
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(sentence -> !sentence.isEmpty());
    }

    private static String words(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElse(thrown.getClass().getSimpleName());
    }

    /// Class and line, but no message: it might quote what must not be shown.
    private static String whereabouts(Throwable thrown) {
        String where = Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("app.keyhold."))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
        return thrown.getClass().getSimpleName() + where;
    }

    /// `WRONG_PASSPHRASE` as `WrongPassphrase`.
    private static String name(Enum<?> kind) {
        return Arrays.stream(kind.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
