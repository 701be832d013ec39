package app.keyhold.kms.operation.identity;

import app.keyhold.crypto.Randomness;

/// Identifiers in IAM's form: four letters that say of what, then letters and digits drawn at random (IAM user guide,
/// "Unique identifiers").
public final class UniqueIds {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private UniqueIds() {}

    public static String ofUser() {
        return "AIDA" + random(17);
    }

    public static String ofRole() {
        return "AROA" + random(17);
    }

    public static String ofAccessKey() {
        return "AKIA" + random(16);
    }

    /// Of temporary credentials.
    public static String ofSession() {
        return "ASIA" + random(16);
    }

    private static String random(int length) {
        var id = new StringBuilder();
        for (byte one : Randomness.bytes(length)) {
            id.append(ALPHABET.charAt(one & 31));
        }
        return id.toString();
    }
}
