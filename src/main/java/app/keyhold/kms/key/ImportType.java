package app.keyhold.kms.key;

/// KMS API: ImportType.
public enum ImportType {
    NEW_KEY_MATERIAL,
    EXISTING_KEY_MATERIAL
}
