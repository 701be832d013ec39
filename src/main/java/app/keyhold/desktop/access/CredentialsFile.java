package app.keyhold.desktop.access;

import app.keyhold.kms.operation.accesskey.CreateAccessKey.NewAccessKey;
import app.keyhold.vault.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/// An access key with its secret as AWS' tools read it from a file: a profile of the user's name.
final class CredentialsFile {
    private CredentialsFile() {}

    /// Readable by its owner alone from the first byte on, where the file system knows owners.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException if something has the name: it may hold other credentials
    static void save(NewAccessKey key, Path file) throws IOException {
        byte[] content = content(key);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel out = Files.newByteChannel(file, options, OwnerOnly.file(file))) {
            write(out, ByteBuffer.wrap(content), file);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /// Half of a secret is of no use to anybody.
    private static void write(SeekableByteChannel out, ByteBuffer content, Path file) throws IOException {
        try {
            while (content.hasRemaining()) {
                out.write(content);
            }
        } catch (IOException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static byte[] content(NewAccessKey key) {
        byte[] head = ("[" + key.userName() + "]\naws_access_key_id = " + key.accessKeyId() + "\naws_secret_access_key = ")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] secret = key.secretAccessKey().use(Base64.getEncoder()::encode);
        byte[] content = Arrays.copyOf(head, head.length + secret.length + 1);
        System.arraycopy(secret, 0, content, head.length, secret.length);
        content[content.length - 1] = '\n';
        Arrays.fill(secret, (byte) 0);
        return content;
    }
}
