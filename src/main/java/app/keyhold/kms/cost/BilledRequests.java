package app.keyhold.kms.cost;

import app.keyhold.crypto.KeySpec;
import java.util.Optional;
import java.util.Set;

/// Which events are requests with a price: the operations of the KMS API. What Keyhold does for its screens, its people and
/// its schedule has none.
final class BilledRequests {
    static final Set<String> KEY_PAIRS = Set.of("GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext");

    /// The whole API (kms-api.json, and the two of ML-KEM).
    static final Set<String> NAMES = Set.of(
            "CancelKeyDeletion", "ConnectCustomKeyStore", "CreateAlias", "CreateCustomKeyStore", "CreateGrant", "CreateKey",
            "Decapsulate", "Decrypt", "DeleteAlias", "DeleteCustomKeyStore", "DeleteImportedKeyMaterial",
            "DeriveSharedSecret", "DescribeCustomKeyStores", "DescribeKey", "DisableKey", "DisableKeyRotation",
            "DisconnectCustomKeyStore", "EnableKey", "EnableKeyRotation", "Encapsulate", "Encrypt", "GenerateDataKey",
            "GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext", "GenerateDataKeyWithoutPlaintext", "GenerateMac",
            "GenerateRandom", "GetKeyLastUsage", "GetKeyPolicy", "GetKeyRotationStatus", "GetParametersForImport",
            "GetPublicKey", "ImportKeyMaterial", "ListAliases", "ListGrants", "ListKeyPolicies", "ListKeyRotations",
            "ListKeys", "ListResourceTags", "ListRetirableGrants", "PutKeyPolicy", "ReEncrypt", "ReplicateKey",
            "RetireGrant", "RevokeGrant", "RotateKeyOnDemand", "ScheduleKeyDeletion", "Sign", "TagResource",
            "UntagResource", "UpdateAlias", "UpdateCustomKeyStore", "UpdateKeyDescription", "UpdatePrimaryRegion", "Verify",
            "VerifyMac");

    /// Priced by the key they use.
    private static final Set<String> USES_OF_ASYMMETRIC_KEYS = Set.of(
            "Encrypt", "Decrypt", "ReEncrypt", "Sign", "Verify", "GetPublicKey", "DeriveSharedSecret", "Encapsulate",
            "Decapsulate");

    private BilledRequests() {}

    /// @param spec of the key it was about; empty where it was about none
    static RequestKind kind(String name, Optional<KeySpec> spec) {
        boolean use = USES_OF_ASYMMETRIC_KEYS.contains(name);
        return spec.filter(_ -> use).map(BilledRequests::ofUse).orElse(RequestKind.SYMMETRIC);
    }

    private static RequestKind ofUse(KeySpec spec) {
        return switch (spec.family()) {
            case AES, HMAC -> RequestKind.SYMMETRIC;
            case RSA -> spec == KeySpec.RSA_2048 ? RequestKind.RSA_2048 : RequestKind.OTHER_ASYMMETRIC;
            case EC, EDWARDS, SM2, ML_DSA, ML_KEM -> RequestKind.OTHER_ASYMMETRIC;
        };
    }

    /// @param keyPairSpec as the request named it
    static RequestKind ofKeyPair(String keyPairSpec) {
        return keyPairSpec.startsWith("RSA_") ? RequestKind.DATA_KEY_PAIR_RSA : RequestKind.DATA_KEY_PAIR_ECC;
    }
}
