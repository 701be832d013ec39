package app.keyhold.kms.operation.encryption;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.token.TokenException;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.RecipientInfo;
import app.keyhold.kms.keystore.Backing;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.operation.keystore.StoreLookup;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Range;
import java.util.List;
import java.util.Optional;

/// Random bytes from the system's generator, or from a token's.
public final class GenerateRandom implements Operation<GenerateRandom.Request, GenerateRandom.Response> {
    private final KeyStoreConnections stores;

    public GenerateRandom(KeyStoreConnections stores) {
        this.stores = stores;
    }

    public record Request(
            @Length(min = 1, max = 64) Optional<String> customKeyStoreId,
            @Range(min = 1, max = 1024) Optional<Integer> numberOfBytes,
            Optional<RecipientInfo> recipient)
            implements KmsRequest<Response> {
        /// @param numberOfBytes 1 to 1024
        public static Request of(int numberOfBytes) {
            return new Request(Optional.empty(), Optional.of(numberOfBytes), Optional.empty());
        }
    }

    public record Response(
            Optional<Blob> ciphertextForRecipient,
            SecretBytes plaintext) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.USE;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of();
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.IamOnly("kms:GenerateRandom"));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Require.noRecipient(request.recipient());
        int length = request.numberOfBytes()
                .orElseThrow(() -> new KmsException(Fault.ValidationException, "NumberOfBytes is required."));
        SecretBytes random = request.customKeyStoreId()
                .map(id -> fromToken(view, StoreLookup.store(view, id), length))
                .orElseGet(() -> Randomness.secret(length));
        return Prepared.answer(new Response(Optional.empty(), random));
    }

    private SecretBytes fromToken(View view, CustomKeyStore store, int length) {
        if (!(store.backing() instanceof Backing.Token backing)) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    store.id() + " is an external key store, which generates no random bytes. Leave CustomKeyStoreId out.");
        }
        StoreLookup.requireConnected(store);
        try {
            return stores.onToken(view, store, backing, token -> token.random(length));
        } catch (TokenException failure) {
            throw StoreLookup.refusal(store, failure);
        }
    }
}
