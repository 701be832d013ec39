package app.keyhold.kms.keystore;

import app.keyhold.kms.Fault;

/// What can go wrong with a proxy, with the faults and the words the service has for it (External Key Store Proxy API
/// specification, "Error codes"). In the use of a key every one of them is KMSInvalidStateException.
public enum XksProblem {
    VALIDATION(
            Fault.XksProxyInvalidResponseException,
            Fault.CustomKeyStoreInvalidStateException,
            ConnectionErrorCode.XKS_PROXY_INVALID_RESPONSE,
            Words.CANNOT_INTERPRET),
    MALFORMED(
            Fault.XksProxyInvalidResponseException,
            Fault.CustomKeyStoreInvalidStateException,
            ConnectionErrorCode.XKS_PROXY_INVALID_RESPONSE,
            Words.CANNOT_INTERPRET),
    INVALID_STATE(
            Fault.XksProxyInvalidConfigurationException,
            Fault.XksKeyInvalidConfigurationException,
            ConnectionErrorCode.XKS_PROXY_INVALID_CONFIGURATION,
            "The external key associated with this KMS key in an external key store is not enabled in the external key "
                    + "manager. Enable the external key in the external key manager and retry the request."),
    INVALID_CIPHERTEXT(
            Fault.XksProxyInvalidResponseException,
            Fault.CustomKeyStoreInvalidStateException,
            ConnectionErrorCode.XKS_PROXY_INVALID_RESPONSE,
            "The external key store proxy rejected the request because the specified ciphertext or encryption context is "
                    + "corrupted, missing, or otherwise invalid."),
    /// What the proxy decrypted is not what Keyhold once gave it to encrypt.
    WRONG_PLAINTEXT(
            Fault.XksProxyInvalidResponseException,
            Fault.CustomKeyStoreInvalidStateException,
            ConnectionErrorCode.XKS_PROXY_INVALID_RESPONSE,
            "The ciphertext that the external key store proxy submitted for decryption, or the encryption context, is "
                    + "corrupted, missing, or otherwise invalid."),
    INVALID_KEY_USAGE(
            Fault.XksProxyInvalidResponseException,
            Fault.XksKeyInvalidConfigurationException,
            ConnectionErrorCode.XKS_PROXY_INVALID_RESPONSE,
            "The external key associated with this KMS key in an external key store does not support the requested "
                    + "operation. Enable the operation on the key in your external key manager, and try the request again."),
    AUTHENTICATION_FAILED(
            Fault.XksProxyIncorrectAuthenticationCredentialException,
            Fault.CustomKeyStoreInvalidStateException,
            ConnectionErrorCode.INVALID_CREDENTIALS,
            "The external key store proxy rejected the request because it could not authenticate AWS KMS. Verify the XKS "
                    + "proxy authentication credentials for your external key store and update if necessary."),
    ACCESS_DENIED(
            Fault.XksProxyInvalidConfigurationException,
            Fault.KMSInvalidStateException,
            ConnectionErrorCode.XKS_PROXY_ACCESS_DENIED,
            "The external key store proxy denied access to the operation. Verify that the user and the external key are "
                    + "both authorized for this operation, and try the request again."),
    KEY_NOT_FOUND(
            Fault.XksProxyInvalidResponseException,
            Fault.XksKeyNotFoundException,
            ConnectionErrorCode.XKS_PROXY_INVALID_RESPONSE,
            "The external key associated with this KMS key in an external key store was not found in its external key "
                    + "manager. If the external key ID associated with this KMS key is incorrect, create a new KMS key with "
                    + "the correct external key ID."),
    INVALID_URI_PATH(
            Fault.XksProxyInvalidConfigurationException,
            Fault.CustomKeyStoreInvalidStateException,
            ConnectionErrorCode.XKS_PROXY_INVALID_CONFIGURATION,
            "The external key store proxy rejected the request because of an invalid URI path. Verify the URI path for your "
                    + "external key store and update if necessary."),
    UNSUPPORTED_OPERATION(
            Fault.XksProxyInvalidResponseException,
            Fault.XksKeyInvalidConfigurationException,
            ConnectionErrorCode.XKS_PROXY_INVALID_RESPONSE,
            "The external key store proxy rejected the request because it does not support the requested operation. If you "
                    + "see this error repeatedly, report it to your external key store proxy administrator."),
    DEPENDENCY_TIMEOUT(
            Fault.XksProxyUriUnreachableException,
            Fault.CustomKeyStoreInvalidStateException,
            ConnectionErrorCode.XKS_PROXY_TIMED_OUT,
            "The external key store proxy did not respond to the request in the time allotted. Retry the request. If you "
                    + "see this error repeatedly, report it to your external key store proxy administrator."),
    THROTTLING(
            Fault.XksProxyUriUnreachableException,
            Fault.CustomKeyStoreInvalidStateException,
            ConnectionErrorCode.XKS_PROXY_NOT_REACHABLE,
            "The external key store proxy rejected the request due to a very high request rate. Reduce the frequency of "
                    + "your calls using KMS keys in this external key store."),
    INTERNAL(
            Fault.XksProxyInvalidResponseException,
            Fault.CustomKeyStoreInvalidStateException,
            ConnectionErrorCode.XKS_PROXY_NOT_REACHABLE,
            "The external key store proxy rejected the request because it cannot communicate with the external key manager. "
                    + "Verify that the external key store proxy configuration is correct and that the external key manager "
                    + "is available."),
    MANAGERS_UNAVAILABLE(
            Fault.XksProxyUriUnreachableException,
            Fault.CustomKeyStoreInvalidStateException,
            ConnectionErrorCode.XKS_PROXY_NOT_REACHABLE,
            "The external key store proxy reports that every external key manager behind it is unavailable."),
    UNREACHABLE(
            Fault.XksProxyUriUnreachableException,
            Fault.CustomKeyStoreInvalidStateException,
            ConnectionErrorCode.XKS_PROXY_NOT_REACHABLE,
            "AWS KMS cannot communicate with the external key store proxy. This might be a transient network issue. If you "
                    + "see this error repeatedly, verify that your external key store proxy is active and is connected to "
                    + "the network, and that its endpoint URI is correct in your external key store."),
    TLS(
            Fault.XksProxyUriUnreachableException,
            Fault.CustomKeyStoreInvalidStateException,
            ConnectionErrorCode.XKS_PROXY_INVALID_TLS_CONFIGURATION,
            "AWS KMS cannot establish a TLS connection to the external key store proxy. Verify the TLS configuration, "
                    + "including its certificate."),
    TIMED_OUT(
            Fault.XksProxyUriUnreachableException,
            Fault.CustomKeyStoreInvalidStateException,
            ConnectionErrorCode.XKS_PROXY_TIMED_OUT,
            "AWS KMS rejected the request because the external key store proxy did not respond in time. Retry the request. "
                    + "If you see this error repeatedly, report it to your external key store proxy administrator.");

    private final Fault forStore;
    private final Fault forNewKey;
    private final ConnectionErrorCode connectionError;
    private final String sentence;

    XksProblem(Fault forStore, Fault forNewKey, ConnectionErrorCode connectionError, String sentence) {
        this.forStore = forStore;
        this.forNewKey = forNewKey;
        this.connectionError = connectionError;
        this.sentence = sentence;
    }

    /// In CreateCustomKeyStore and UpdateCustomKeyStore.
    public Fault forStore() {
        return forStore;
    }

    /// In CreateKey.
    public Fault forNewKey() {
        return forNewKey;
    }

    /// In ConnectCustomKeyStore.
    public ConnectionErrorCode connectionError() {
        return connectionError;
    }

    public String sentence() {
        return sentence;
    }

    private static final class Words {
        static final String CANNOT_INTERPRET = "AWS KMS cannot interpret the response from the external key store proxy. If "
                + "you see this error repeatedly, report it to your external key store proxy administrator.";
    }
}
