package app.keyhold.kms;

/// A request of the KMS API: a record nested in its operation, with the API's member names in lower camel case.
///
/// A record decoded from the wire may still lack a required member; the pipeline's first step refuses it, so code
/// behind that step never sees null.
///
/// @param <R> the response
public interface KmsRequest<R> {
    /// The operation's name on the wire and, behind `kms:`, in policies.
    default String operation() {
        return getClass().getEnclosingClass().getSimpleName();
    }
}
