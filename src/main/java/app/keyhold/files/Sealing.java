package app.keyhold.files;

import java.util.Map;

/// How something is encrypted.
///
/// @param keyId id, ARN or alias of a symmetric key
/// @param context the encryption context: readable in the file and in the audit trail, needed again by nobody (the file
///     carries it). Keys must not begin with `aws-crypto-`
/// @param sign adds an ECDSA P-384 signature over the whole message, so that who may only decrypt cannot have written
///     it; slower, because a signature is computed in one thread
public record Sealing(String keyId, Map<String, String> context, boolean sign) {
    public Sealing {
        context = Map.copyOf(context);
    }

    public static Sealing under(String keyId) {
        return new Sealing(keyId, Map.of(), false);
    }

    public Sealing withContext(Map<String, String> context) {
        return new Sealing(keyId, context, sign);
    }

    public Sealing signed(boolean sign) {
        return new Sealing(keyId, context, sign);
    }
}
