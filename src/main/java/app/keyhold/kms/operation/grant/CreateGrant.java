package app.keyhold.kms.operation.grant;

import static app.keyhold.kms.key.KeyState.Enabled;
import static app.keyhold.kms.key.KeyState.Unavailable;
import static app.keyhold.kms.key.KeyState.Updating;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Randomness;
import app.keyhold.iam.Principal;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.WithGrantTokens;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.grant.GrantPrincipal;
import app.keyhold.kms.grant.GrantTerms;
import app.keyhold.kms.grant.GrantTokens;
import app.keyhold.kms.grant.HandsOn;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Gives one principal a few operations on one key. A request with a name, repeated with the same terms, is answered with
/// the grant it made before and a new token.
public final class CreateGrant implements Operation<CreateGrant.Request, CreateGrant.Response> {
    private static final int ID_BYTES = 32;

    private final GrantTokens tokens;

    public CreateGrant(GrantTokens tokens) {
        this.tokens = tokens;
    }

    public record Request(
            Optional<GrantConstraints> constraints,
            Optional<Boolean> dryRun,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Length(min = 1, max = 256) @Matches("^[\\w+=,.@:/-]+$") Optional<String> granteePrincipal,
            @Length(min = 1, max = 128) @Matches("^([A-Za-z0-9\\-]+)\\.([A-Za-z0-9\\-]+)(\\.[A-Za-z0-9\\-]+)+$")
                    Optional<String> granteeServicePrincipal,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Length(min = 1, max = 256) @Matches("^[a-zA-Z0-9:/_-]+$") Optional<String> name,
            @Required @OneOf(GrantOperation.class) List<String> operations,
            @Length(min = 1, max = 256) @Matches("^[\\w+=,.@:/-]+$") Optional<String> retiringPrincipal,
            @Length(min = 1, max = 128) @Matches("^([A-Za-z0-9\\-]+)\\.([A-Za-z0-9\\-]+)(\\.[A-Za-z0-9\\-]+)+$")
                    Optional<String> retiringServicePrincipal)
            implements KmsRequest<Response>, DryRunnable, WithGrantTokens, HandsOn {
        /// To a principal, without name, constraints and retiring principal.
        public static Request of(String keyId, String granteePrincipal, GrantOperation... operations) {
            return new Request(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.of(granteePrincipal),
                    Optional.empty(),
                    keyId,
                    Optional.empty(),
                    List.of(operations).stream().map(Enum::name).toList(),
                    Optional.empty(),
                    Optional.empty());
        }

        public Request withConstraints(GrantConstraints now) {
            return new Request(
                    Optional.of(now), dryRun, grantTokens, granteePrincipal, granteeServicePrincipal, keyId, name,
                    operations, retiringPrincipal, retiringServicePrincipal);
        }

        public Request withName(String now) {
            return new Request(
                    constraints, dryRun, grantTokens, granteePrincipal, granteeServicePrincipal, keyId,
                    Optional.of(now), operations, retiringPrincipal, retiringServicePrincipal);
        }

        public Request withRetiringPrincipal(String now) {
            return new Request(
                    constraints, dryRun, grantTokens, granteePrincipal, granteeServicePrincipal, keyId, name,
                    operations, Optional.of(now), retiringServicePrincipal);
        }

        @Override
        public GrantTerms terms() {
            return new GrantTerms(
                    operations.stream().map(GrantOperation::valueOf).collect(Collectors.toSet()),
                    constraints.orElse(GrantConstraints.NONE));
        }
    }

    public record Response(String grantId, String grantToken) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return Set.of(Enabled, Unavailable, Updating);
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        GrantRules.requireTerms(request.terms());
        GrantRules.requireEither(
                "GranteePrincipal", request.granteePrincipal(),
                "GranteeServicePrincipal", request.granteeServicePrincipal());
        GrantRules.requireNotBoth(
                "RetiringPrincipal", request.retiringPrincipal(),
                "RetiringServicePrincipal", request.retiringServicePrincipal());
        if (request.granteeServicePrincipal().isPresent()) {
            requireBound(request);
        }
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    /// Services act for many; a grant to one says for which resource, and who ends it.
    private static void requireBound(Request request) {
        if (request.terms().constraints().sourceArn().isEmpty()) {
            throw GrantRules.invalid(
                    "When you specify a GranteeServicePrincipal, you must also specify a SourceArn grant constraint.");
        }
        if (request.retiringPrincipal().isEmpty() && request.retiringServicePrincipal().isEmpty()) {
            throw GrantRules.invalid("When you specify a GranteeServicePrincipal, you must also specify either a "
                    + "RetiringPrincipal or a RetiringServicePrincipal.");
        }
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        GrantRules.requireFit(keys.getFirst(), request.terms());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        GrantPrincipal grantee = principal(view, request.granteePrincipal(), request.granteeServicePrincipal())
                .orElseThrow();
        Optional<GrantPrincipal> retiring =
                principal(view, request.retiringPrincipal(), request.retiringServicePrincipal());
        String id = HexFormat.of().formatHex(Randomness.bytes(ID_BYTES));
        return Prepared.change(work -> {
            var wanted = new Grant(
                    key.id(),
                    id,
                    request.name(),
                    work.now(),
                    grantee,
                    retiring,
                    new Principal.Root(work.account()).arn(),
                    request.terms(),
                    0);
            Grant grant = work.grants().repeatedBy(wanted).orElseGet(() -> added(work, key, wanted));
            return new Response(grant.id(), tokens.issue(grant.keyId(), grant.id()));
        });
    }

    private static Grant added(UnitOfWork work, Key key, Grant grant) {
        if (work.grants().count(key.id()) >= Grant.MAX_PER_KEY) {
            throw new KmsException(
                    Fault.LimitExceededException,
                    key.arn() + " has " + Grant.MAX_PER_KEY + " grants, the most a key can have. Retire or revoke some.");
        }
        work.put(grant);
        return grant;
    }

    private static Optional<GrantPrincipal> principal(View view, Optional<String> arn, Optional<String> service) {
        return arn.map(one -> GrantPrincipals.known(view, one)).or(() -> service.map(GrantPrincipal::ofService));
    }
}
