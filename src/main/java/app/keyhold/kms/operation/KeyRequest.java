package app.keyhold.kms.operation;

import app.keyhold.kms.KmsRequest;

/// A request that names one key.
public interface KeyRequest<R> extends KmsRequest<R> {
    String keyId();
}
