package app.keyhold.cli.command;

import app.keyhold.cli.UsageException;
import app.keyhold.crypto.SecretBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/// Key material in a file: raw bytes, PKCS #8 in DER, or PKCS #8 in PEM.
final class MaterialFile {
    /// More than any key has.
    private static final int MAX_BYTES = 8_192;

    private static final String PEM = "-----BEGIN ";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private MaterialFile() {}

    static SecretBytes read(Path file) {
        byte[] bytes = {};
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length == 0 || bytes.length > MAX_BYTES) {
                throw new UsageException(
                        file + (bytes.length == 0 ? " is empty." : " is larger than any key."),
                        "Give a file with the key's raw bytes, or with its PKCS #8 form in DER or PEM.");
            }
            return startsWith(bytes, PEM) ? pem(file, bytes) : SecretBytes.copyOf(bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static SecretBytes pem(Path file, byte[] bytes) {
        int end = indexOf(bytes, END);
        if (!startsWith(bytes, BEGIN) || end < 0) {
            throw new UsageException(
                    file + " holds no unencrypted PKCS #8 private key.",
                    "Turn it into one with: openssl pkcs8 -topk8 -nocrypt -in KEY -outform DER -out FILE");
        }
        ByteBuffer body = ByteBuffer.wrap(bytes, BEGIN.length(), end - BEGIN.length());
        byte[] decoded = {};
        try {
            ByteBuffer der = Base64.getMimeDecoder().decode(body);
            decoded = der.array();
            return SecretBytes.takeOver(Arrays.copyOf(decoded, der.remaining()));
        } catch (IllegalArgumentException noBase64) {
            throw new UsageException(file + " is damaged: it holds no base64.", "Export the key anew.");
        } finally {
            Arrays.fill(decoded, (byte) 0);
        }
    }

    private static boolean startsWith(byte[] bytes, String text) {
        byte[] start = text.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static int indexOf(byte[] bytes, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
