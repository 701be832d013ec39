package app.keyhold.desktop.keys;

import app.keyhold.crypto.KeySpec;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.util.Optional;

/// Which keys the list shows: all that fit every part that is set.
///
/// @param text every word of it must occur in an alias, the id, the description or a tag
public record KeyFilter(KeySection section, Optional<KeyState> state, Optional<Type> type, String text) {
    public static final KeyFilter NONE = new KeyFilter(KeySection.ALL, Optional.empty(), Optional.empty(), "");

    /// Kinds of key as a person sorts them.
    public enum Type {
        SYMMETRIC,
        RSA,
        ELLIPTIC,
        HMAC,
        POST_QUANTUM;

        static Type of(KeySpec spec) {
            return switch (spec.family()) {
                case AES -> SYMMETRIC;
                case RSA -> RSA;
                case EC, EDWARDS, SM2 -> ELLIPTIC;
                case HMAC -> HMAC;
                case ML_DSA, ML_KEM -> POST_QUANTUM;
            };
        }
    }

    public KeyFilter withSection(KeySection now) {
        return new KeyFilter(now, state, type, text);
    }

    public KeyFilter withState(Optional<KeyState> now) {
        return new KeyFilter(section, now, type, text);
    }

    public KeyFilter withType(Optional<Type> now) {
        return new KeyFilter(section, state, now, text);
    }

    public KeyFilter withText(String now) {
        return new KeyFilter(section, state, type, now);
    }

    public boolean isNone() {
        return section == KeySection.ALL && state.isEmpty() && type.isEmpty() && text.isBlank();
    }

    /// Whether the row fits every part but the text, which [KeyIndex] looks for.
    boolean holds(KeyRow row) {
        return section.holds(row)
                && state.filter(wanted -> wanted != row.state()).isEmpty()
                && type.filter(wanted -> wanted != Type.of(row.spec())).isEmpty();
    }
}
