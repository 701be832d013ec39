package app.keyhold.kms.keystore;

/// KMS API: XksProxyConnectivityType.
public enum XksProxyConnectivity {
    PUBLIC_ENDPOINT,
    VPC_ENDPOINT_SERVICE
}
