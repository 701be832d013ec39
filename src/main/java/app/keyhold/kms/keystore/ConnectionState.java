package app.keyhold.kms.keystore;

/// KMS API: ConnectionStateType. Connecting and disconnecting are over when their operation answers, so the two states
/// between are never seen.
public enum ConnectionState {
    CONNECTED,
    CONNECTING,
    FAILED,
    DISCONNECTED,
    DISCONNECTING
}
