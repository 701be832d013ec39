package app.keyhold.kms.keystore;

import app.keyhold.crypto.SecretBytes;

/// One proxy and the credential it knows Keyhold by.
///
/// @param region from which it is called
/// @param uriEndpoint `https://` and a host
/// @param uriPath ends with `/kms/xks/v1`
/// @param secretAccessKey goes with `accessKeyId`; stays the caller's to wipe
public record XksTarget(
        String region, String uriEndpoint, String uriPath, String accessKeyId, SecretBytes secretAccessKey) {}
