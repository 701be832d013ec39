package app.keyhold.kms.operation.region;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Peers;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.outbox.OutboxEntry;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a replica the primary key and the primary its replica. Until the other Region has taken it over the key is in
/// the state Updating, which encrypts and decrypts.
///
/// All of the key's Regions must be in reach: one that missed this could later be promoted by force under the same epoch.
public final class UpdatePrimaryRegion implements Operation<UpdatePrimaryRegion.Request, UpdatePrimaryRegion.Response> {
    private static final String ACTION = "kms:UpdatePrimaryRegion";

    private final Peers peers;

    public UpdatePrimaryRegion(Peers peers) {
        this.peers = peers;
    }

    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @Length(min = 1, max = 32) @Matches("^([a-z]+-){2,3}\\d+$") String primaryRegion)
            implements KmsRequest<Response> {}

    public record Response() {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return Set.of(KeyState.Enabled, KeyState.Updating);
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        Key primary = keys.getFirst();
        List<Access> accesses = new ArrayList<>(List.of(new Access.OnKey(ACTION, primary)));
        relative(request.primaryRegion(), primary.id())
                .ifPresent(replica -> accesses.add(new Access.OnKey(ACTION, replica)));
        return accesses;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        Require.customerManaged(keys.getFirst());
        Require.primary(keys.getFirst());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        String target = request.primaryRegion();
        Key before = keys.getFirst();
        requireReplica(before, target);
        requireInReach(Require.primary(before).replicaRegions());
        relative(target, before.id())
                .filter(replica -> replica.state() != KeyState.Enabled)
                .ifPresent(replica -> {
                    throw invalidState(replica.arn() + " is " + replica.state() + ", not Enabled.");
                });
        return Prepared.change(work -> {
            Key key = KeyLookup.key(work, before.id());
            requireReplica(key, target);
            requireNoOtherUpdate(work, key, target);
            work.put(key.withState(KeyState.Updating));
            OutboxEntry.leave(work, target, OutboxEntry.Kind.PRIMARY, key.id(), Blob.of(new byte[0]));
            return new Response();
        });
    }

    private Optional<Key> relative(String region, String keyId) {
        return peers.find(region).flatMap(peer -> peer.view().key(keyId));
    }

    private static void requireReplica(Key primary, String region) {
        MultiRegion relatives = Require.primary(primary);
        if (relatives.primaryRegion().equals(region)) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    primary.arn() + " is the multi-region primary key already.");
        }
        if (!relatives.replicaRegions().contains(region)) {
            var arn = new KeyArn(region, primary.arn().account(), primary.id());
            throw new KmsException(Fault.NotFoundException, "Key '" + arn + "' does not exist");
        }
    }

    /// The same may be asked for again.
    private static void requireNoOtherUpdate(View view, Key key, String target) {
        boolean other = view.outbox().stream()
                .anyMatch(entry -> entry.kind() == OutboxEntry.Kind.PRIMARY
                        && entry.subject().equals(key.id())
                        && !entry.target().equals(target));
        if (other) {
            throw invalidState(key.arn() + " is updating.");
        }
    }

    private void requireInReach(List<String> regions) {
        List<String> away =
                regions.stream().filter(region -> peers.find(region).isEmpty()).toList();
        if (!away.isEmpty()) {
            throw invalidState("Out of reach: " + String.join(", ", away)
                    + ". Every Region with a replica takes part in this; connect its disk and unlock the vault again.");
        }
    }

    private static KmsException invalidState(String sentence) {
        return new KmsException(Fault.KMSInvalidStateException, sentence);
    }
}
