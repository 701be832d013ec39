package app.keyhold.desktop.access;

import java.util.Optional;

/// A policy to be written or changed.
///
/// @param title of the dialog
/// @param kind what it is attached to
/// @param name empty if it gets one while it is written; without any for what has none
/// @param document its JSON to begin with
public record PolicyDraft(String title, Kind kind, Optional<String> name, String document) {
    /// As the operation names them.
    public enum Kind {
        TRUST,
        IDENTITY
    }

    boolean asksForName() {
        return name.isEmpty();
    }
}
