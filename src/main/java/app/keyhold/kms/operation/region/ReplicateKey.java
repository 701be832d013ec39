package app.keyhold.kms.operation.region;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.KeyPolicies;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Peers;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.operation.policy.KeyPolicyRules;
import app.keyhold.kms.operation.tag.TagRules;
import app.keyhold.kms.outbox.OutboxEntry;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a replica of a multi-Region primary key in another Region of the vault. The answer shows it in the state
/// Creating; it is made at once if its Region is in reach, else when that comes back.
public final class ReplicateKey implements Operation<ReplicateKey.Request, ReplicateKey.Response> {
    private final Peers peers;

    public ReplicateKey(Peers peers) {
        this.peers = peers;
    }

    public record Request(
            Optional<Boolean> bypassPolicyLockoutSafetyCheck,
            @Length(max = 8192) Optional<String> description,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Length(min = 1, max = 131072) @Matches("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+") Optional<String> policy,
            @Required @Length(min = 1, max = 32) @Matches("^([a-z]+-){2,3}\\d+$") String replicaRegion,
            List<Tag> tags)
            implements KmsRequest<Response> {
        /// With the default policy and no tags.
        public static Request of(String keyId, String replicaRegion) {
            return new Request(
                    Optional.empty(), Optional.empty(), keyId, Optional.empty(), replicaRegion, List.of());
        }
    }

    public record Response(KeyMetadata replicaKeyMetadata, String replicaPolicy, List<Tag> replicaTags) {}

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
        return Set.of(KeyState.Enabled);
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        Key key = keys.getFirst();
        List<Access> accesses = new ArrayList<>(List.of(
                new Access.OnKey("kms:ReplicateKey", key),
                new Access.InRegion("kms:CreateKey", request.replicaRegion(), key)));
        if (!request.tags().isEmpty()) {
            accesses.add(new Access.InRegion("kms:TagResource", request.replicaRegion(), key));
        }
        if (!request.bypassPolicyLockoutSafetyCheck().orElse(false)) {
            request.policy()
                    .map(policy -> new Access.AfterPolicyChange("kms:PutKeyPolicy", Optional.empty(), policy))
                    .ifPresent(accesses::add);
        }
        return accesses;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        Require.customerManaged(keys.getFirst());
        Require.primary(keys.getFirst());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        TagRules.requireAcceptable(request.tags());
        request.policy().ifPresent(policy -> KeyPolicyRules.requireAcceptable(view, policy));
        requireRegion(request.replicaRegion());
        var terms = new ReplicaTerms(
                request.description().orElse(""),
                request.policy().orElse(KeyPolicies.defaultPolicy(view.account())),
                request.tags());
        return Prepared.change(work -> replicate(
                work, KeyLookup.key(work, keys.getFirst().id()), request.replicaRegion(), terms));
    }

    private static Response replicate(UnitOfWork work, Key primary, String region, ReplicaTerms terms) {
        MultiRegion relatives = Require.primary(primary);
        if (relatives.isIn(region)) {
            throw new KmsException(
                    Fault.AlreadyExistsException,
                    "The key " + primary.id() + " already has a multi-Region key in " + region + ".");
        }
        // The others learn of their new relative before it can tell them anything.
        Relatives.tell(work, primary);
        Key told = primary.withMultiRegion(Optional.of(relatives.withReplica(region)));
        work.put(told);
        // Whom the policy names is settled here and now: the other Region may be away for long.
        var bound = new ReplicaTerms(terms.description(), KeyPolicyRules.bound(work, terms.policy()), terms.tags());
        OutboxEntry.leave(work, region, OutboxEntry.Kind.REPLICA, primary.id(), bound.encoded());
        Key replica = Replica.of(told, bound, region, work.now());
        return new Response(KeyMetadata.of(replica, work.keyStores()), terms.policy(), terms.tags());
    }

    private void requireRegion(String region) {
        if (!peers.regions().contains(region)) {
            throw new KmsException(
                    Fault.ValidationException,
                    "This vault has no Region " + region + ". Add it with keyhold region add.");
        }
    }
}
