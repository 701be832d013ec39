package app.keyhold.iam;

import java.util.Optional;

/// Where a call came from: for the record, and a fact that policies can ask about.
///
/// @param sourceAddress an IP address, or `desktop`, `cli`, `schedule` for calls inside the process
/// @param userAgent program and version
/// @param secureTransport false for what came over a network in the clear; calls inside the process use none
/// @param accessKeyId what signed the call, where it came over the endpoint; never the secret
/// @param tls how the connection was protected, where it was
public record Origin(
        String sourceAddress,
        String userAgent,
        boolean secureTransport,
        Optional<String> accessKeyId,
        Optional<Tls> tls) {
    public static final Origin INTERNAL = new Origin("internal", "Keyhold");

    /// @param version `TLSv1.3`
    /// @param cipherSuite its name in the registry: `TLS_AES_256_GCM_SHA384`
    /// @param host what the client called this server
    public record Tls(String version, String cipherSuite, String host) {}

    public Origin(String sourceAddress, String userAgent, boolean secureTransport) {
        this(sourceAddress, userAgent, secureTransport, Optional.empty(), Optional.empty());
    }

    /// Inside the process: no key signed it.
    public Origin(String sourceAddress, String userAgent) {
        this(sourceAddress, userAgent, true);
    }
}
