package app.keyhold.kms.keystore;

import app.keyhold.crypto.token.TokenException;

/// KMS API: ConnectionErrorCodeType.
public enum ConnectionErrorCode {
    INVALID_CREDENTIALS,
    CLUSTER_NOT_FOUND,
    NETWORK_ERRORS,
    INTERNAL_ERROR,
    INSUFFICIENT_CLOUDHSM_HSMS,
    USER_LOCKED_OUT,
    USER_NOT_FOUND,
    USER_LOGGED_IN,
    SUBNET_NOT_FOUND,
    INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET,
    XKS_PROXY_ACCESS_DENIED,
    XKS_PROXY_NOT_REACHABLE,
    XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND,
    XKS_PROXY_INVALID_RESPONSE,
    XKS_PROXY_INVALID_CONFIGURATION,
    XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION,
    XKS_PROXY_TIMED_OUT,
    XKS_PROXY_INVALID_TLS_CONFIGURATION;

    static ConnectionErrorCode of(TokenException.Reason reason) {
        return switch (reason) {
            case LIBRARY, NOT_PRESENT -> CLUSTER_NOT_FOUND;
            case WRONG_PIN -> INVALID_CREDENTIALS;
            case PIN_LOCKED -> USER_LOCKED_OUT;
            case PIN_NOT_SET -> USER_NOT_FOUND;
            case LOGGED_IN_ELSEWHERE -> USER_LOGGED_IN;
            case TIMED_OUT -> NETWORK_ERRORS;
            case UNFIT -> INSUFFICIENT_CLOUDHSM_HSMS;
            case KEY_MISSING, LABEL_TAKEN, FAILED -> INTERNAL_ERROR;
        };
    }
}
