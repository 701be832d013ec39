package app.keyhold.iam;

/// Where a call came from: for the record, and a fact that policies can ask about.
///
/// @param sourceAddress an IP address, or `desktop`, `cli`, `schedule` for calls inside the process
/// @param userAgent program and version
/// @param secureTransport false for what came over a network in the clear; calls inside the process use none
public record Origin(String sourceAddress, String userAgent, boolean secureTransport) {
    public static final Origin INTERNAL = new Origin("internal", "Keyhold");

    public Origin(String sourceAddress, String userAgent) {
        this(sourceAddress, userAgent, true);
    }
}
