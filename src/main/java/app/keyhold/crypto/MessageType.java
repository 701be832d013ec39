package app.keyhold.crypto;

/// How the message of a signature is given (KMS API: MessageType).
public enum MessageType {
    RAW,
    DIGEST,
    EXTERNAL_MU
}
