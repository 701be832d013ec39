package app.keyhold.files.archive;

import app.keyhold.crypto.Blob;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What a walk found, in a few bytes: two walks agree if no file was added, removed, written to or replaced in between.
final class Fingerprint {
    private final MessageDigest digest = sha256();

    void add(Member member) {
        byte[] name = member.entry().name().toByteArray();
        byte[] link = member.entry().link().toByteArray();
        var facts = member.facts();
        digest.update(ByteBuffer.allocate(40)
                .putInt(name.length)
                .putInt(link.length)
                .putInt(member.entry().kind().ordinal())
                .putLong(facts.kind() == FileFacts.Kind.FOLDER ? 0 : facts.size())
                .putLong(facts.modified().toInstant().getEpochSecond())
                .putInt(facts.modified().toInstant().getNano())
                .putInt(facts.key().map(Object::hashCode).orElse(0))
                .flip());
        digest.update(name);
        digest.update(link);
    }

    /// Once.
    Blob value() {
        return Blob.of(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
