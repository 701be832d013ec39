package app.keyhold.files;

import java.util.List;
import java.util.Map;

/// How something is encrypted.
///
/// @param keyIds ids, ARNs or aliases of symmetric keys, each of which opens it alone. The first makes the data key, the
///     others wrap it
/// @param context the encryption context: readable in the file and in the audit trail, needed again by nobody (the file
///     carries it). Keys must not begin with `aws-crypto-`
/// @param sign adds an ECDSA P-384 signature over the whole message, so that who may only decrypt cannot have written
///     it; slower, because a signature is computed in one thread
public record Sealing(List<String> keyIds, Map<String, String> context, boolean sign) {
    public Sealing {
        keyIds = keyIds.stream().distinct().toList();
        context = Map.copyOf(context);
    }

    public static Sealing under(String keyId) {
        return under(List.of(keyId));
    }

    public static Sealing under(List<String> keyIds) {
        return new Sealing(keyIds, Map.of(), false);
    }

    public Sealing withContext(Map<String, String> context) {
        return new Sealing(keyIds, context, sign);
    }

    public Sealing signed(boolean sign) {
        return new Sealing(keyIds, context, sign);
    }
}
