package app.keyhold.kms.key;

/// KMS API: ExpirationModelType.
public enum ExpirationModel {
    KEY_MATERIAL_EXPIRES,
    KEY_MATERIAL_DOES_NOT_EXPIRE
}
