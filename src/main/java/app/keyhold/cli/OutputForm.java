package app.keyhold.cli;

/// How results are printed.
public enum OutputForm {
    TEXT,
    JSON
}
