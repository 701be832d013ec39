package app.keyhold.desktop.keys.trial;

import app.keyhold.desktop.part.Words;

/// What the fields of a trial are called.
final class TrialWords {
    private static final Words WORDS = Words.of(TrialWords.class);

    private TrialWords() {}

    /// What the first field is for; empty where nothing goes in.
    static String input(Trial trial) {
        return switch (trial) {
            case ENCRYPT -> WORDS.get("input.text");
            case DECRYPT -> WORDS.get("input.ciphertext");
            case GENERATE_DATA_KEY -> "";
            case SIGN, VERIFY, GENERATE_MAC, VERIFY_MAC -> WORDS.get("input.message");
        };
    }

    /// What the second field is for; empty where there is none.
    static String proof(Trial trial) {
        return switch (trial) {
            case VERIFY -> WORDS.get("proof.signature");
            case VERIFY_MAC -> WORDS.get("proof.mac");
            case ENCRYPT, DECRYPT, GENERATE_DATA_KEY, SIGN, GENERATE_MAC -> "";
        };
    }

    static String output(Trial trial) {
        return switch (trial) {
            case ENCRYPT -> WORDS.get("output.ciphertext");
            case DECRYPT -> WORDS.get("output.text");
            case GENERATE_DATA_KEY -> WORDS.get("output.dataKey");
            case SIGN -> WORDS.get("output.signature");
            case GENERATE_MAC -> WORDS.get("output.mac");
            case VERIFY, VERIFY_MAC -> WORDS.get("output.answer");
        };
    }
}
