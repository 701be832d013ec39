package app.keyhold.kms.keystore;

import java.util.Optional;

/// What a proxy is told about the call that makes Keyhold ask it, so that it can keep a record and decide for itself
/// (requestMetadata).
///
/// @param operation as in `Encrypt`
/// @param principalArn who asks
/// @param keyArn for which key, once it has an ARN
/// @param viaService through which service
public record XksCall(
        String operation,
        String requestId,
        Optional<String> principalArn,
        Optional<String> keyArn,
        Optional<String> viaService) {
    public XksCall about(String arn) {
        return new XksCall(operation, requestId, principalArn, Optional.of(arn), viaService);
    }
}
