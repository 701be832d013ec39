package app.keyhold.store;

import app.keyhold.crypto.Hmac;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.SecretBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Whether a database is under a key, from the MAC of its first page, without opening it: SQLite handed a wrong key
/// writes what it made of the log into the file when it closes, and the database is lost.
///
/// SQLCipher 4: 16 bytes of salt, ciphertext, 16 bytes of IV, then HMAC-SHA-512 over everything behind the salt and the
/// page's number, little-endian. The MAC key is PBKDF2-HMAC-SHA-512 of the raw key, 2 rounds, over the salt with each
/// byte XORed with 0x3a.
public final class FirstPage {
    private static final int PAGE = 4096;
    private static final int SALT = 16;
    private static final int MAC = 64;
    private static final int MAC_KEY = 32;
    private static final byte SALT_MASK = 0x3a;
    private static final byte[] FIRST_BLOCK = {0, 0, 0, 1};
    private static final byte[] PAGE_NUMBER = {1, 0, 0, 0};

    private FirstPage() {}

    /// A rollback journal is from before the file's last transaction, a change of key included: what its pages are under
    /// is what they were under then.
    public static boolean hasRollbackJournal(Path file) {
        try {
            var journal = file.resolveSibling(file.getFileName() + "-journal");
            return Files.exists(journal) && Files.size(journal) > 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @param databaseKey 32 bytes
    /// @throws UncheckedIOException also if there is no such file
    public static boolean isUnder(Path file, SecretBytes databaseKey) {
        byte[] page;
        try (var in = Files.newInputStream(file)) {
            page = in.readNBytes(PAGE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (page.length < PAGE) {
            return false;
        }
        byte[] message = join(Arrays.copyOfRange(page, SALT, PAGE - MAC), PAGE_NUMBER);
        byte[] mac = Arrays.copyOfRange(page, PAGE - MAC, PAGE);
        try (SecretBytes macKey = macKey(databaseKey, Arrays.copyOf(page, SALT))) {
            return Hmac.verify(MacAlgorithm.HMAC_SHA_512, macKey, message, mac);
        }
    }

    private static SecretBytes macKey(SecretBytes databaseKey, byte[] salt) {
        for (int i = 0; i < salt.length; i++) {
            salt[i] ^= SALT_MASK;
        }
        byte[] first = Hmac.compute(MacAlgorithm.HMAC_SHA_512, databaseKey, join(salt, FIRST_BLOCK));
        byte[] second = Hmac.compute(MacAlgorithm.HMAC_SHA_512, databaseKey, first);
        byte[] key = new byte[MAC_KEY];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (first[i] ^ second[i]);
        }
        Arrays.fill(first, (byte) 0);
        Arrays.fill(second, (byte) 0);
        return SecretBytes.takeOver(key);
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }
}
