package app.keyhold.kms.key;

/// KMS API: ImportState.
public enum ImportState {
    IMPORTED,
    PENDING_IMPORT
}
