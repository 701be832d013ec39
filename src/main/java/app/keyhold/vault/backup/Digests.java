package app.keyhold.vault.backup;

import app.keyhold.crypto.Blob;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of a file.
final class Digests {
    private Digests() {}

    static Blob sha256(Path file) throws IOException {
        var digest = newDigest();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Blob.of(digest.digest());
    }

    static Blob sha256(byte[] bytes) {
        return Blob.of(newDigest().digest(bytes));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
