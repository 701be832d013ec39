package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.operation.region.Relatives;
import app.keyhold.kms.shape.Required;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The end of one key's deletion window (CloudTrail: service event DeleteKey): key, materials and aliases vanish.
public final class DeleteKey implements ScheduledWork<DeleteKey.Request, DeleteKey.Response> {
    private final MaterialWrapping materials;
    private final KeyStoreConnections stores;
    private final Function<View, List<String>> copies;

    /// @param copies the known backups of the vault, from which a material is not removed
    public DeleteKey(
            MaterialWrapping materials, KeyStoreConnections stores, Function<View, List<String>> copies) {
        this.materials = materials;
        this.stores = stores;
        this.copies = copies;
    }

    public record Request(@Required String keyId) implements KeyRequest<Response> {}

    /// @param leftInToken the key's object in a token that could not be reached: remove it with the token's own tool
    /// @param stillHolding backups that were made while the key was there or may have been: delete them, or make them
    ///     anew, to be rid of the material there too
    /// @param relatedKeys ARNs of the replicas of a multi-Region key that stay, and the material with them
    public record Response(
            String keyId, List<String> stillHolding, List<String> relatedKeys, Optional<String> leftInToken) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return EnumSet.of(KeyState.PendingDeletion);
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        List<String> stillHolding = copies.apply(view);
        Optional<TokenObject> object = TokenObject.of(view, keys.getFirst());
        boolean reachable = object.filter(one -> one.isReachable(stores, view)).isPresent();
        return Prepared.change(work -> {
            Key key = KeyLookup.key(work, keys.getFirst().id());
            if (key.deletionDate().filter(date -> !date.isAfter(work.now())).isEmpty()) {
                throw new KmsException(
                        Fault.KMSInvalidStateException, key.arn() + " is still within its deletion window.");
            }
            work.remove(key);
            Relatives.sayGone(work, key);
            // Inside the transaction, so that a deletion cancelled at the last moment has lost nothing.
            boolean left = object.isPresent() && !(reachable && object.get().remove(stores, work));
            materials.forget(key);
            return new Response(
                    key.arn().toString(),
                    stillHolding,
                    Relatives.arns(key),
                    object.filter(_ -> left).map(TokenObject::name));
        });
    }
}
