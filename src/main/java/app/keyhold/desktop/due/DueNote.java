package app.keyhold.desktop.due;

import app.keyhold.desktop.part.Tone;
import app.keyhold.vault.CaughtUp;

/// One thing to tell about the schedule. It stays until it is dismissed, or until it no longer holds.
///
/// @param detail more of it, in a line below; may be empty
public record DueNote(Kind kind, Tone tone, String text, String detail) {
    public enum Kind {
        ROTATED,
        DELETED,
        /// Waits for the next unlock.
        ANNOUNCED,
        /// Waits for a person to confirm the date.
        UNCONFIRMED,
        FAILED;

        /// Whether it is told anew by each look, so that an older one is over.
        boolean lasts() {
            return this == ROTATED || this == DELETED;
        }
    }

    /// What a person sees: `payroll` for `alias/payroll`.
    static String bare(String name) {
        return name.startsWith("alias/") ? name.substring("alias/".length()) : name;
    }

    static String bare(CaughtUp.Deleted deleted) {
        return bare(deleted.name());
    }
}
