package app.keyhold.files;

/// What happens when the target's name is taken.
public enum Collision {
    /// `report.pdf` is there already, so `report (2).pdf` is written.
    KEEP_BOTH,
    /// The finished file takes the place of the one that is there, in one step.
    REPLACE,
    /// Nothing is written.
    SKIP,
    /// The order fails with [FileException.Kind#EXISTS].
    FAIL;

    /// The next best that loses nothing and goes on.
    Collision orKeepBoth() {
        return this == SKIP ? SKIP : KEEP_BOTH;
    }
}
