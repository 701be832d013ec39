package app.keyhold.kms.operation.screen;

import app.keyhold.iam.Decision;
import app.keyhold.iam.Decision.Reason;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.PolicyEvaluator;
import app.keyhold.iam.StatementText;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.PolicySimulator;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.identity.KnownPrincipals;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy.ContextEntry;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who may use a key, and why: everybody or one of them, with the statements that decide as they stand in their policies.
public final class ExplainAccess extends ScreenOperation<ExplainAccess.Request, ExplainAccess.Response> {
    /// @param actionNames the key's own uses and its administration if empty
    /// @param contextEntries facts that a request would have
    /// @param principalArn everybody if absent
    public record Request(
            @Required String screenSession,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Length(max = 20) @EachLength(min = 3, max = 128) List<String> actionNames,
            @Length(max = 100) List<ContextEntry> contextEntries,
            @Length(min = 20, max = 2048) Optional<String> principalArn)
            implements KmsRequest<Response>, ScreenQuery {
        /// Everything about one of them.
        public static Request about(String screenSession, String keyId, String principalArn) {
            return new Request(screenSession, keyId, List.of(), List.of(), Optional.of(principalArn));
        }

        /// Everybody, about one action.
        public static Request whoCan(
                String screenSession, String keyId, String action, List<ContextEntry> contextEntries) {
            return new Request(screenSession, keyId, List.of(action), contextEntries, Optional.empty());
        }
    }

    /// Whoever is allowed comes first.
    public record Response(List<Verdict> verdicts) {}

    /// @param decision `allowed`, `explicitDeny` or `implicitDeny`
    /// @param reasons what decided, then what would have allowed but for a condition
    public record Verdict(
            Holder holder, String action, String decision, List<String> reasons, List<Deciding> statements) {
        private boolean allows() {
            return decision.equals("allowed");
        }
    }

    /// @param policy `key policy`, or the name of an identity policy
    /// @param json the statement; empty for a grant
    public record Deciding(String policy, String statement, Optional<String> json) {}

    private final PolicySimulator simulator = new PolicySimulator();
    private final InstantSource clock;

    public ExplainAccess(InstantSource clock) {
        super(Request.class, "keyhold.app", "iam:SimulatePrincipalPolicy");
        this.clock = clock;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of(KeyLookup.keyOrAlias(view, request.keyId()));
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(
                new Access.IamOnly("iam:SimulatePrincipalPolicy", request.principalArn().orElse("*")),
                new Access.OnKey("kms:GetKeyPolicy", keys.getFirst()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        List<Identity> asked = request.principalArn()
                .map(arn -> List.of(view.identity(arn)
                        .orElseThrow(() -> new KmsException(Fault.NoSuchEntityException, arn + " cannot be found."))))
                .orElseGet(() -> Holder.all(view));
        List<String> actions = request.actionNames().isEmpty()
                ? Stream.concat(KeyActions.uses(key).stream(), Stream.of(KeyActions.ADMINISTRATION)).toList()
                : request.actionNames();
        Map<String, List<String>> context = SimulatePrincipalPolicy.context(request.contextEntries());
        List<Verdict> verdicts = new ArrayList<>();
        for (Identity identity : asked) {
            actions.forEach(action -> verdicts.add(verdict(view, identity, action, key, context)));
        }
        return Prepared.answer(new Response(Stream.concat(
                        verdicts.stream().filter(Verdict::allows),
                        verdicts.stream().filter(verdict -> !verdict.allows()))
                .toList()));
    }

    private Verdict verdict(
            View view, Identity identity, String action, Key key, Map<String, List<String>> context) {
        var simulated = simulator.simulate(view, identity, new Access.OnKey(action, key), context, clock.instant());
        Decision decision = simulated.decision();
        return new Verdict(
                Holder.of(identity),
                action,
                switch (decision) {
                    case Decision.Allowed _ -> "allowed";
                    case Decision.Denied(boolean explicit, _) -> explicit ? "explicitDeny" : "implicitDeny";
                },
                Stream.concat(decision.reasons().stream(), simulated.unmet().stream())
                        .map(Reason::text)
                        .toList(),
                Stream.concat(decision.reasons().stream(), simulated.unmet().stream())
                        .filter(reason -> !reason.statement().isEmpty())
                        .map(reason -> new Deciding(
                                reason.source(),
                                reason.statement(),
                                document(view, identity, key, reason.source())
                                        .flatMap(policy -> StatementText.of(policy, reason.statement()))))
                        .distinct()
                        .toList());
    }

    private static Optional<String> document(View view, Identity identity, Key key, String source) {
        return switch (source) {
            case String own when own.equals(PolicyEvaluator.KEY_POLICY) ->
                Optional.of(KnownPrincipals.shown(view, key.policy()));
            case String boundary when boundary.equals(PolicyEvaluator.BOUNDARY) -> identity.permissionsBoundary();
            default -> identity.policy(source).map(NamedPolicy::document);
        };
    }
}
