package app.keyhold.kms.key;

/// KMS API: DryRunModifierType.
public enum DryRunModifier {
    IGNORE_CIPHERTEXT
}
