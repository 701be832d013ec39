package app.keyhold.cli.command;

import app.keyhold.cli.UsageException;
import app.keyhold.crypto.MaterialEncoding;
import app.keyhold.crypto.SecretBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Key material in a file: raw bytes, PKCS #8 in DER, or PKCS #8 in PEM.
final class MaterialFile {
    private MaterialFile() {}

    static SecretBytes read(Path file) {
        byte[] bytes = {};
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MaterialEncoding.MAX_BYTES + 1);
            return MaterialEncoding.decode(bytes);
        } catch (MaterialEncoding.Unreadable why) {
            throw refused(file, why.fault());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static UsageException refused(Path file, MaterialEncoding.Fault fault) {
        String kinds = "Give a file with the key's raw bytes, or with its PKCS #8 form in DER or PEM.";
        return switch (fault) {
            case EMPTY -> new UsageException(file + " is empty.", kinds);
            case TOO_LARGE -> new UsageException(file + " is larger than any key.", kinds);
            case NO_PKCS8 ->
                new UsageException(
                        file + " holds no unencrypted PKCS #8 private key.",
                        "Turn it into one with: openssl pkcs8 -topk8 -nocrypt -in KEY -outform DER -out FILE");
            case NO_BASE64 -> new UsageException(file + " is damaged: it holds no base64.", "Export the key anew.");
        };
    }
}
