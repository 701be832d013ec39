package app.keyhold.desktop.keys.policy;

import java.util.List;

/// What a key policy can speak of; to choose from, others can be typed.
final class PolicyCatalogue {
    /// Every action on a key, those with wildcards that people use first.
    static final List<String> ACTIONS = List.of(
            "kms:*", "kms:Describe*", "kms:Get*", "kms:List*", "kms:GenerateDataKey*", "kms:ReEncrypt*", // not words
            "kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey", // not words
            "kms:GenerateDataKeyWithoutPlaintext", "kms:GenerateDataKeyPair", "kms:GenerateDataKeyPairWithoutPlaintext", // not words
            "kms:Sign", "kms:Verify", "kms:GenerateMac", "kms:VerifyMac", "kms:DeriveSharedSecret", "kms:Encapsulate", // not words
            "kms:Decapsulate", "kms:GetPublicKey", "kms:DescribeKey", "kms:GetKeyLastUsage", "kms:GetKeyPolicy", // not words
            "kms:ListKeyPolicies", "kms:PutKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListKeyRotations", // not words
            "kms:EnableKeyRotation", "kms:DisableKeyRotation", "kms:RotateKeyOnDemand", "kms:EnableKey", "kms:DisableKey", // not words
            "kms:UpdateKeyDescription", "kms:CreateAlias", "kms:UpdateAlias", "kms:DeleteAlias", "kms:TagResource", // not words
            "kms:UntagResource", "kms:ListResourceTags", "kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant", // not words
            "kms:RetireGrant", "kms:GetParametersForImport", "kms:ImportKeyMaterial", "kms:DeleteImportedKeyMaterial", // not words
            "kms:ReplicateKey", "kms:UpdatePrimaryRegion", "kms:SynchronizeMultiRegionKey", "kms:ScheduleKeyDeletion", // not words
            "kms:CancelKeyDeletion"); // not words

    static final List<String> OPERATORS = List.of(
            "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike", // not words
            "ForAllValues:StringEquals", "ForAnyValue:StringEquals", "ForAllValues:StringLike", "ForAnyValue:StringLike", // not words
            "Bool", "Null", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", // not words
            "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals", // not words
            "DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals", // not words
            "IpAddress", "NotIpAddress", "BinaryEquals"); // not words

    static final List<String> CONDITION_KEYS = List.of(
            "kms:ViaService", "kms:CallerAccount", "kms:EncryptionContext:", "kms:EncryptionContextKeys", // not words
            "kms:EncryptionAlgorithm", "kms:SigningAlgorithm", "kms:MacAlgorithm", "kms:KeyAgreementAlgorithm", // not words
            "kms:MessageType", "kms:DataKeyPairSpec", "kms:GrantIsForAWSResource", "kms:GrantOperations", // not words
            "kms:GrantConstraintType", "kms:GranteePrincipal", "kms:RetiringPrincipal", "kms:RequestAlias", // not words
            "kms:ResourceAliases", "kms:ReEncryptOnSameKey", "kms:RotationPeriodInDays", // not words
            "kms:ScheduleKeyDeletionPendingWindowInDays", "kms:BypassPolicyLockoutSafetyCheck", "kms:ExpirationModel", // not words
            "kms:ValidTo", "kms:WrappingAlgorithm", "kms:WrappingKeySpec", "kms:KeySpec", "kms:KeyUsage", "kms:KeyOrigin", // not words
            "kms:MultiRegion", "kms:MultiRegionKeyType", "kms:PrimaryRegion", "kms:ReplicaRegion", "aws:PrincipalArn", // not words
            "aws:PrincipalAccount", "aws:PrincipalTag/", "aws:PrincipalType", "aws:PrincipalIsAWSService", "aws:username", // not words
            "aws:userid", "aws:ResourceTag/", "aws:RequestTag/", "aws:TagKeys", "aws:RequestedRegion", "aws:CurrentTime", // not words
            "aws:EpochTime", "aws:SourceIp", "aws:UserAgent", "aws:SecureTransport", "aws:ViaAWSService", // not words
            "aws:CalledVia", "aws:TokenIssueTime"); // not words

    private PolicyCatalogue() {}
}
