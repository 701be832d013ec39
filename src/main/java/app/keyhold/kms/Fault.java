package app.keyhold.kms;

/// The errors of the service by their wire names. Client errors are HTTP 400 on the JSON protocol, whatever the model's
/// traits say (recorded answers); faults of the service are 500.
public enum Fault {
    AccessDeniedException,
    AlreadyExistsException,
    CloudHsmClusterInUseException,
    CloudHsmClusterInvalidConfigurationException,
    CloudHsmClusterNotActiveException,
    CloudHsmClusterNotFoundException,
    CloudHsmClusterNotRelatedException,
    ConflictException,
    CustomKeyStoreHasCMKsException,
    CustomKeyStoreInvalidStateException,
    CustomKeyStoreNameInUseException,
    CustomKeyStoreNotFoundException,
    /// Of IAM: what hangs on it has to go first.
    DeleteConflictException,
    DisabledException,
    DryRunOperationException,
    /// Of IAM.
    EntityAlreadyExistsException,
    ExpiredImportTokenException,
    /// Of STS: a session's time is over, or it was ended.
    ExpiredTokenException,
    IncorrectKeyException,
    IncorrectKeyMaterialException,
    IncorrectTrustAnchorException,
    InvalidAliasNameException,
    InvalidArnException,
    InvalidCiphertextException,
    InvalidGrantIdException,
    InvalidGrantTokenException,
    InvalidImportTokenException,
    /// Of IAM.
    InvalidInputException,
    InvalidKeyUsageException,
    InvalidMarkerException,
    KMSInvalidMacException,
    KMSInvalidSignatureException,
    KMSInvalidStateException,
    LimitExceededException,
    MalformedPolicyDocumentException,
    /// Of IAM.
    NoSuchEntityException,
    NotAuthorizedException,
    NotFoundException,
    /// Of STS: policy and tags of a session are too much for its token.
    PackedPolicyTooLargeException,
    SerializationException,
    TagException,
    UnknownOperationException,
    /// Of IAM: not everybody's policies are somebody's to change.
    UnmodifiableEntityException,
    /// The credentials are nobody's.
    UnrecognizedClientException,
    UnsupportedOperationException,
    ValidationException,
    XksKeyAlreadyInUseException,
    XksKeyInvalidConfigurationException,
    XksKeyNotFoundException,
    XksProxyIncorrectAuthenticationCredentialException,
    XksProxyInvalidConfigurationException,
    XksProxyInvalidResponseException,
    XksProxyUriEndpointInUseException,
    XksProxyUriInUseException,
    XksProxyUriUnreachableException,
    XksProxyVpcEndpointServiceInUseException,
    XksProxyVpcEndpointServiceInvalidConfigurationException,
    XksProxyVpcEndpointServiceNotFoundException,
    /// The chain could not be written: the outcome is unknown, not "not done".
    KMSInternalException(500),
    KeyUnavailableException(500),
    DependencyTimeoutException(503);

    private final int status;

    Fault() {
        this(400);
    }

    Fault(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
