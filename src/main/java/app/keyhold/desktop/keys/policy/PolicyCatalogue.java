package app.keyhold.desktop.keys.policy;

import java.util.List;

/// What a key policy can speak of; to choose from, others can be typed.
final class PolicyCatalogue {
    /// Every action on a key, those with wildcards that people use first.
    static final List<String> ACTIONS = List.of(
            "kms:*", "kms:Describe*", "kms:Get*", "kms:List*", "kms:GenerateDataKey*", "kms:ReEncrypt*",
            "kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey",
            "kms:GenerateDataKeyWithoutPlaintext", "kms:GenerateDataKeyPair", "kms:GenerateDataKeyPairWithoutPlaintext",
            "kms:Sign", "kms:Verify", "kms:GenerateMac", "kms:VerifyMac", "kms:DeriveSharedSecret", "kms:Encapsulate",
            "kms:Decapsulate", "kms:GetPublicKey", "kms:DescribeKey", "kms:GetKeyLastUsage", "kms:GetKeyPolicy",
            "kms:ListKeyPolicies", "kms:PutKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListKeyRotations",
            "kms:EnableKeyRotation", "kms:DisableKeyRotation", "kms:RotateKeyOnDemand", "kms:EnableKey", "kms:DisableKey",
            "kms:UpdateKeyDescription", "kms:CreateAlias", "kms:UpdateAlias", "kms:DeleteAlias", "kms:TagResource",
            "kms:UntagResource", "kms:ListResourceTags", "kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant",
            "kms:RetireGrant", "kms:GetParametersForImport", "kms:ImportKeyMaterial", "kms:DeleteImportedKeyMaterial",
            "kms:ReplicateKey", "kms:UpdatePrimaryRegion", "kms:SynchronizeMultiRegionKey", "kms:ScheduleKeyDeletion",
            "kms:CancelKeyDeletion");

    static final List<String> OPERATORS = List.of(
            "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike", // not words
            "ForAllValues:StringEquals", "ForAnyValue:StringEquals", "ForAllValues:StringLike", "ForAnyValue:StringLike", // not words
            "Bool", "Null", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", // not words
            "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals", // not words
            "DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals", // not words
            "IpAddress", "NotIpAddress", "BinaryEquals"); // not words

    static final List<String> CONDITION_KEYS = List.of(
            "kms:ViaService", "kms:CallerAccount", "kms:EncryptionContext:", "kms:EncryptionContextKeys",
            "kms:EncryptionAlgorithm", "kms:SigningAlgorithm", "kms:MacAlgorithm", "kms:KeyAgreementAlgorithm",
            "kms:MessageType", "kms:DataKeyPairSpec", "kms:GrantIsForAWSResource", "kms:GrantOperations",
            "kms:GrantConstraintType", "kms:GranteePrincipal", "kms:RetiringPrincipal", "kms:RequestAlias",
            "kms:ResourceAliases", "kms:ReEncryptOnSameKey", "kms:RotationPeriodInDays",
            "kms:ScheduleKeyDeletionPendingWindowInDays", "kms:BypassPolicyLockoutSafetyCheck", "kms:ExpirationModel",
            "kms:ValidTo", "kms:WrappingAlgorithm", "kms:WrappingKeySpec", "kms:KeySpec", "kms:KeyUsage", "kms:KeyOrigin",
            "kms:MultiRegion", "kms:MultiRegionKeyType", "kms:PrimaryRegion", "kms:ReplicaRegion", "aws:PrincipalArn",
            "aws:PrincipalAccount", "aws:PrincipalTag/", "aws:PrincipalType", "aws:PrincipalIsAWSService", "aws:username",
            "aws:userid", "aws:ResourceTag/", "aws:RequestTag/", "aws:TagKeys", "aws:RequestedRegion", "aws:CurrentTime",
            "aws:EpochTime", "aws:SourceIp", "aws:UserAgent", "aws:SecureTransport", "aws:ViaAWSService",
            "aws:CalledVia", "aws:TokenIssueTime");

    private PolicyCatalogue() {}
}
