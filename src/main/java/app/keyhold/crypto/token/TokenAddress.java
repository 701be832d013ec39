package app.keyhold.crypto.token;

/// A token wherever it is plugged in: slots are numbered anew at every turn, label and serial number stay.
public record TokenAddress(TokenLibrary library, String label, String serial) {}
