package app.keyhold.vault.slot;

import app.keyhold.crypto.LengthPrefixed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A user's name as vault.json holds it where names are private: hashed with the slot's random id as salt. Whoever
/// guesses a name can try it, one SHA-256 a guess; whoever doesn't learns nothing, nor that two slots are of one person.
public final class SlotName {
    private static final String PREFIX = "sha256:";
    private static final String DOMAIN = "keyhold-slot-name-v1";

    private SlotName() {}

    /// No user's name has a colon, so the two forms are never mistaken for each other.
    static boolean isHidden(String label) {
        return label.startsWith(PREFIX);
    }

    static String hidden(String slotId, String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(LengthPrefixed.join(DOMAIN, slotId, name));
            return PREFIX + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
