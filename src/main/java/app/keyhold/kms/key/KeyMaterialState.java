package app.keyhold.kms.key;

/// KMS API: KeyMaterialState.
public enum KeyMaterialState {
    NON_CURRENT,
    CURRENT,
    PENDING_ROTATION,
    PENDING_MULTI_REGION_IMPORT_AND_ROTATION
}
