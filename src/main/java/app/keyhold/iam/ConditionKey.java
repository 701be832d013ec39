package app.keyhold.iam;

/// The facts a policy can ask about: those of KMS, of STS as far as roles are assumed here, and the global ones of AWS. A
/// policy that asks about any other is refused when it is set.
public enum ConditionKey {
    BYPASS_POLICY_LOCKOUT_SAFETY_CHECK("kms:BypassPolicyLockoutSafetyCheck"),
    CALLER_ACCOUNT("kms:CallerAccount"),
    CUSTOMER_MASTER_KEY_SPEC("kms:CustomerMasterKeySpec"),
    CUSTOMER_MASTER_KEY_USAGE("kms:CustomerMasterKeyUsage"),
    DATA_KEY_PAIR_SPEC("kms:DataKeyPairSpec"),
    ENCRYPTION_ALGORITHM("kms:EncryptionAlgorithm"),
    ENCRYPTION_CONTEXT("kms:EncryptionContext:", Form.ENTRIES),
    ENCRYPTION_CONTEXT_KEYS("kms:EncryptionContextKeys", Form.SEVERAL),
    EXPIRATION_MODEL("kms:ExpirationModel"),
    GRANT_CONSTRAINT_TYPE("kms:GrantConstraintType"),
    GRANT_IS_FOR_AWS_RESOURCE("kms:GrantIsForAWSResource"),
    GRANT_OPERATIONS("kms:GrantOperations", Form.SEVERAL),
    GRANTEE_PRINCIPAL("kms:GranteePrincipal"),
    KEY_AGREEMENT_ALGORITHM("kms:KeyAgreementAlgorithm"),
    KEY_ORIGIN("kms:KeyOrigin"),
    KEY_SPEC("kms:KeySpec"),
    KEY_USAGE("kms:KeyUsage"),
    MAC_ALGORITHM("kms:MacAlgorithm"),
    MESSAGE_TYPE("kms:MessageType"),
    MULTI_REGION("kms:MultiRegion"),
    MULTI_REGION_KEY_TYPE("kms:MultiRegionKeyType"),
    PRIMARY_REGION("kms:PrimaryRegion"),
    RE_ENCRYPT_ON_SAME_KEY("kms:ReEncryptOnSameKey"),
    RECIPIENT_ATTESTATION("kms:RecipientAttestation:", Form.ENTRIES),
    REPLICA_REGION("kms:ReplicaRegion"),
    REQUEST_ALIAS("kms:RequestAlias"),
    RESOURCE_ALIASES("kms:ResourceAliases", Form.SEVERAL),
    RETIRING_PRINCIPAL("kms:RetiringPrincipal"),
    ROTATION_PERIOD_IN_DAYS("kms:RotationPeriodInDays"),
    SCHEDULE_KEY_DELETION_PENDING_WINDOW_IN_DAYS("kms:ScheduleKeyDeletionPendingWindowInDays"),
    SIGNING_ALGORITHM("kms:SigningAlgorithm"),
    VALID_TO("kms:ValidTo"),
    VIA_SERVICE("kms:ViaService"),
    WRAPPING_ALGORITHM("kms:WrappingAlgorithm"),
    WRAPPING_KEY_SPEC("kms:WrappingKeySpec"),

    EXTERNAL_ID("sts:ExternalId"),
    ROLE_SESSION_NAME("sts:RoleSessionName"),
    STS_SOURCE_IDENTITY("sts:SourceIdentity"),
    TRANSITIVE_TAG_KEYS("sts:TransitiveTagKeys", Form.SEVERAL),

    CALLED_VIA("aws:CalledVia", Form.SEVERAL),
    CALLED_VIA_FIRST("aws:CalledViaFirst"),
    CALLED_VIA_LAST("aws:CalledViaLast"),
    CURRENT_TIME("aws:CurrentTime"),
    EPOCH_TIME("aws:EpochTime"),
    PRINCIPAL_ACCOUNT("aws:PrincipalAccount"),
    PRINCIPAL_ARN("aws:PrincipalArn"),
    PRINCIPAL_IS_AWS_SERVICE("aws:PrincipalIsAWSService"),
    PRINCIPAL_TAG("aws:PrincipalTag/", Form.ENTRIES),
    PRINCIPAL_TYPE("aws:PrincipalType"),
    REQUEST_TAG("aws:RequestTag/", Form.ENTRIES),
    REQUESTED_REGION("aws:RequestedRegion"),
    RESOURCE_ACCOUNT("aws:ResourceAccount"),
    RESOURCE_TAG("aws:ResourceTag/", Form.ENTRIES),
    SECURE_TRANSPORT("aws:SecureTransport"),
    SOURCE_IDENTITY("aws:SourceIdentity"),
    SOURCE_IP("aws:SourceIp"),
    TAG_KEYS("aws:TagKeys", Form.SEVERAL),
    TOKEN_ISSUE_TIME("aws:TokenIssueTime"),
    USER_AGENT("aws:UserAgent"),
    USERID("aws:userid"),
    USERNAME("aws:username"),
    VIA_AWS_SERVICE("aws:ViaAWSService"),

    // Known, and never there: what they tell of (organizations, networks, federation, second factors) does not
    // exist at a desk. A condition on them is evaluated like any on an absent key.
    ASSUMED_ROOT("aws:AssumedRoot"),
    CHATBOT_SOURCE_ARN("aws:ChatbotSourceArn"),
    EC2_INSTANCE_SOURCE_PRIVATE_IPV4("aws:Ec2InstanceSourcePrivateIPv4"),
    EC2_INSTANCE_SOURCE_VPC("aws:Ec2InstanceSourceVpc"),
    FEDERATED_PROVIDER("aws:FederatedProvider"),
    MULTI_FACTOR_AUTH_AGE("aws:MultiFactorAuthAge"),
    MULTI_FACTOR_AUTH_PRESENT("aws:MultiFactorAuthPresent"),
    PRINCIPAL_ORG_ID("aws:PrincipalOrgID"),
    PRINCIPAL_ORG_PATHS("aws:PrincipalOrgPaths", Form.SEVERAL),
    PRINCIPAL_SERVICE_NAME("aws:PrincipalServiceName"),
    PRINCIPAL_SERVICE_NAMES_LIST("aws:PrincipalServiceNamesList", Form.SEVERAL),
    REFERER("aws:referer"),
    RESOURCE_ORG_ID("aws:ResourceOrgID"),
    RESOURCE_ORG_PATHS("aws:ResourceOrgPaths", Form.SEVERAL),
    SOURCE_ACCOUNT("aws:SourceAccount"),
    SOURCE_ARN("aws:SourceArn"),
    SOURCE_ORG_ID("aws:SourceOrgID"),
    SOURCE_ORG_PATHS("aws:SourceOrgPaths", Form.SEVERAL),
    SOURCE_VPC("aws:SourceVpc"),
    SOURCE_VPC_ARN("aws:SourceVpcArn"),
    SOURCE_VPCE("aws:SourceVpce"),
    VPC_SOURCE_IP("aws:VpcSourceIp"),
    VPCE_ACCOUNT("aws:VpceAccount"),
    VPCE_ORG_ID("aws:VpceOrgID"),
    VPCE_ORG_PATHS("aws:VpceOrgPaths", Form.SEVERAL);

    private enum Form {
        ONE,
        /// May have several values at once.
        SEVERAL,
        /// A prefix, before the name of an entry.
        ENTRIES
    }

    private final String wireName;
    private final Form form;

    ConditionKey(String wireName) {
        this(wireName, Form.ONE);
    }

    ConditionKey(String wireName, Form form) {
        this.wireName = wireName;
        this.form = form;
    }

    /// `kms:KeySpec`; of keys with entries, all before the entry's name: `kms:EncryptionContext:`.
    public String wireName() {
        return wireName;
    }

    boolean hasEntries() {
        return form == Form.ENTRIES;
    }

    boolean hasSeveralValues() {
        return form == Form.SEVERAL;
    }
}
