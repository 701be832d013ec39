package app.keyhold.kms.key;

/// KMS API: KeyManagerType. AWS marks the service-managed keys: visible to everyone, managed by nobody, used only
/// through their service.
public enum KeyManager {
    AWS,
    CUSTOMER
}
