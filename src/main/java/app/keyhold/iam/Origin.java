package app.keyhold.iam;

/// Where a call came from, for the record only: nothing is decided by it.
///
/// @param sourceAddress an IP address, or `desktop`, `cli`, `schedule` for calls inside the process
/// @param userAgent program and version
public record Origin(String sourceAddress, String userAgent) {
    public static final Origin INTERNAL = new Origin("internal", "Keyhold");
}
