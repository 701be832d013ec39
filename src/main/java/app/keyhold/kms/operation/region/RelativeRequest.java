package app.keyhold.kms.operation.region;

import app.keyhold.kms.KmsRequest;

/// What an entry of another Region's outbox asks for.
interface RelativeRequest<R> extends KmsRequest<R> {
    /// The entry's.
    String operationId();

    /// Whose outbox it is in.
    String sourceRegion();

    String keyId();
}
