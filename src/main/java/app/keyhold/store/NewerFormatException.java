package app.keyhold.store;

/// The file was written by a newer Keyhold; nothing was changed.
public final class NewerFormatException extends RuntimeException {
    private final int found;

    NewerFormatException(int found, int known) {
        super("The database has format " + found + ", this Keyhold knows up to " + known);
        this.found = found;
    }

    public int found() {
        return found;
    }
}
