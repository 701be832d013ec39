package app.keyhold.kms.key;

/// KMS API: IncludeKeyMaterial.
public enum IncludeKeyMaterial {
    ALL_KEY_MATERIAL,
    ROTATIONS_ONLY
}
