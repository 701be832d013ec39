package app.keyhold.vault.slot;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.VaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/// From what was typed to the bytes that count: one passphrase has one form on every keyboard and system.
public final class Passphrases {
    public static final int MAX_BYTES = 1024;
    private static final long MAX_KEY_FILE = 64L << 20;

    private Passphrases() {}

    /// A passphrase to be chosen. Words of a recovery sheet are none: at the next unlock they would be taken for the sheet.
    ///
    /// @throws VaultException USAGE, also for 24 words of a sheet
    public static SlotSecret.Passphrase chosen(SecretBytes typed, Optional<Path> keyFile) {
        switch (RecoveryWords.read(typed)) {
            case RecoveryWords.Reading.NoWords _ -> {}
            case RecoveryWords.Reading.Words(var entropy) -> {
                entropy.close();
                throw words();
            }
            case RecoveryWords.Reading.Typo _, RecoveryWords.Reading.Mismatch _ -> throw words();
        }
        return of(typed, keyFile);
    }

    private static VaultException words() {
        return usage("These are words of a recovery sheet, not a passphrase.", "Choose a passphrase of your own.");
    }

    /// @throws VaultException USAGE if it is empty, too long or no UTF-8, or the key file can't be read
    public static SlotSecret.Passphrase of(SecretBytes typed, Optional<Path> keyFile) {
        var text = normalised(typed);
        try {
            return new SlotSecret.Passphrase(text, keyFile.map(Passphrases::hash));
        } catch (VaultException unreadable) {
            text.close();
            throw unreadable;
        }
    }

    private static SecretBytes normalised(SecretBytes typed) {
        if (typed.length() == 0 || typed.length() > MAX_BYTES) {
            throw usage("A passphrase has 1 to " + MAX_BYTES + " bytes.", "Choose another passphrase.");
        }
        return typed.use(bytes -> {
            CharBuffer characters;
            try {
                characters = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            } catch (CharacterCodingException binary) {
                throw usage("The passphrase is no UTF-8 text.", "Save the passphrase file as UTF-8.");
            }
            try {
                if (Normalizer.isNormalized(characters, Normalizer.Form.NFC)) {
                    return SecretBytes.copyOf(bytes);
                }
                // The JDK normalises into a String, which can't be wiped: only what no common keyboard produces gets here.
                return SecretBytes.takeOver(
                        Normalizer.normalize(characters, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8));
            } finally {
                Arrays.fill(characters.array(), '\0');
            }
        });
    }

    private static SecretBytes hash(Path keyFile) {
        try (var in = Files.newInputStream(keyFile)) {
            var digest = MessageDigest.getInstance("SHA-512");
            var buffer = new byte[64 << 10];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > MAX_KEY_FILE) {
                    throw usage("A key file has at most 64 MiB.", "Choose a smaller file as key file.");
                }
                digest.update(buffer, 0, read);
            }
            Arrays.fill(buffer, (byte) 0);
            return SecretBytes.takeOver(digest.digest());
        } catch (IOException unreadable) {
            throw new VaultException(
                    VaultException.Kind.USAGE,
                    "The key file " + keyFile + " can't be read.",
                    "Bring the key file that was chosen with this passphrase.",
                    unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static VaultException usage(String message, String nextStep) {
        return new VaultException(VaultException.Kind.USAGE, message, nextStep);
    }
}
