package app.keyhold.cli;

import app.keyhold.crypto.SecretBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Where passphrases come from: a file, or a person at a terminal; never an argument.
public final class Passphrases {
    /// Vaults take no longer ones.
    private static final int MAX_BYTES = 1024;

    private static final int LONGEST_LINE_END = 2;

    private final Terminal terminal;

    Passphrases(Terminal terminal) {
        this.terminal = terminal;
    }

    /// One that exists already.
    public SecretBytes existing(Optional<Path> file, String question) {
        return file.map(Passphrases::read).orElseGet(() -> ask(question));
    }

    /// One that is made up now: asked twice.
    public SecretBytes fresh(Optional<Path> file, String question) {
        if (file.isPresent()) {
            return read(file.get());
        }
        SecretBytes first = ask(question);
        try (SecretBytes second = ask(question + ", again")) {
            if (first.sameAs(second)) {
                return first;
            }
            first.close();
            throw new UsageException("The two passphrases differ. Nothing was changed.", "Try again.");
        }
    }

    /// The file's bytes without exactly one line end, if they end in one.
    static SecretBytes read(Path file) {
        byte[] bytes = {};
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + LONGEST_LINE_END + 1);
            int length = withoutLineEnd(bytes);
            if (length == 0 || length > MAX_BYTES) {
                throw new UsageException(
                        file + " holds " + (length == 0 ? "no passphrase." : "more than a passphrase."),
                        "A passphrase file holds nothing but 1 to " + MAX_BYTES + " bytes and one line end.");
            }
            return SecretBytes.takeOver(Arrays.copyOf(bytes, length));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static int withoutLineEnd(byte[] bytes) {
        int length = bytes.length;
        if (length > 0 && bytes[length - 1] == '\n') {
            length--;
            if (length > 0 && bytes[length - 1] == '\r') {
                length--;
            }
        }
        return length;
    }

    private SecretBytes ask(String question) {
        char[] typed = terminal.prompt()
                .ask(question)
                .orElseThrow(() -> new UsageException(
                        "A passphrase is needed and nobody is there to ask.",
                        "Name a file with --passphrase-file or KEYHOLD_PASSPHRASE_FILE."));
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(typed));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(typed, '\0');
        return SecretBytes.takeOver(bytes);
    }
}
