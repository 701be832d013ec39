package app.keyhold.desktop.part;

import app.keyhold.crypto.Randomness;
import java.util.ArrayList;

/// Four groups of five from 32 characters that can't be mistaken for one another: 100 bits.
public final class SuggestedPassphrase {
    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    private SuggestedPassphrase() {}

    public static String make() {
        var groups = new ArrayList<String>();
        for (int i = 0; i < GROUPS; i++) {
            var group = new StringBuilder();
            for (byte random : Randomness.bytes(GROUP_LENGTH)) {
                group.append(CHARACTERS.charAt(random & 31));
            }
            groups.add(group.toString());
        }
        return String.join("-", groups);
    }
}
