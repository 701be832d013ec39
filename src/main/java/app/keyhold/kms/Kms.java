package app.keyhold.kms;

import app.keyhold.iam.Caller;
import java.util.Optional;

/// The one door to every key. For every operation, once and in this order:
///
/// 1. shape: all constraint violations of the request together
/// 2. resolve: the keys it names (NotFound is answered before authorization, ids are no secret)
/// 3. authorize: every access the operation needs; the first denial is answered
/// 4. usage, origin and algorithm, then key state
/// 5. prepare: data checks and cryptography, no writes
/// 6. dry run
/// 7. apply and audit row, committed together; then the answer
///
/// Refused anywhere: nothing changed, one audit row with the fault, then the [KmsException].
public interface Kms {
    /// @throws KmsException if the request is refused; its audit row is durable by then
    <R> R call(Caller caller, KmsRequest<R> request);

    /// The request record an operation's name on the wire, `Encrypt`, stands for; empty if there is no such operation.
    Optional<Class<?>> requestType(String operation);
}
