package app.keyhold.desktop.frame;

import java.util.Optional;

/// The clipboard, as far as secrets need it. FX thread only.
interface SecretBoard {
    /// With every hint this system has for "no history, no cloud, no monitor".
    void put(String secret);

    /// The text on it now.
    Optional<String> text();

    void clear();
}
