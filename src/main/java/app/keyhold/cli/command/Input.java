package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.endpoint.AwsJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Documents handed to a command: as they are, from `@FILE`, or from `-`, standard input.
final class Input {
    private Input() {}

    static byte[] argument(Shell shell, String given) {
        if (given.equals("-")) {
            return all(shell.terminal().in());
        }
        return given.startsWith("@") ? file(Path.of(given.substring(1))) : given.getBytes(StandardCharsets.UTF_8);
    }

    /// A file's name, or `-`.
    static byte[] fileOrStream(Shell shell, String given) {
        return given.equals("-") ? all(shell.terminal().in()) : file(Path.of(given));
    }

    private static byte[] file(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return all(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] all(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(AwsJson.MAX_BYTES + 1);
            if (bytes.length > AwsJson.MAX_BYTES) {
                throw new UsageException("The document is larger than 1 MiB.", "No operation takes that much.");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
