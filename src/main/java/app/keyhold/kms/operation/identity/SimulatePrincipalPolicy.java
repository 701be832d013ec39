package app.keyhold.kms.operation.identity;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.ContextKey;
import app.keyhold.iam.Decision;
import app.keyhold.iam.Identity;
import app.keyhold.iam.PolicyEvaluator;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.PolicySimulator;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the policies would answer, and why, without anything being done. Where IAM wants the resource's policy handed in,
/// the key's or role's own is looked at; so whoever asks must be allowed to read it.
public final class SimulatePrincipalPolicy
        implements Operation<SimulatePrincipalPolicy.Request, SimulatePrincipalPolicy.Response> {
    private static final String KEY_ARN = "arn:aws:kms:";
    private static final String ALIAS_ACTIONS = "kms:(Create|Update|Delete)Alias";
    private static final String ROLE_IN_ARN = ":role/";
    private static final Set<String> ROLE_ACTIONS =
            Set.of("sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity");
    private static final String REQUEST_ALIAS = "kms:requestalias";

    /// @param contextEntries facts that a request would have; they come before those of key and principal
    /// @param policySourceArn a user's, a role's (for any session of it) or the account root's
    /// @param resourceArns keys by ARN or alias ARN, roles, or anything; `*` unless given
    public record Request(
            @Required @Length(min = 1, max = 100) @EachLength(min = 3, max = 128) List<String> actionNames,
            @Length(max = 100) List<ContextEntry> contextEntries,
            @Required @Length(min = 20, max = 2048) String policySourceArn,
            @Length(max = 100) @EachLength(min = 1, max = 2048) List<String> resourceArns)
            implements KmsRequest<Response> {}

    /// IAM API: ContextEntry; the type follows from the key.
    public record ContextEntry(
            @Required @Length(min = 5, max = 256) String contextKeyName,
            @Length(max = 100) @EachLength(max = 4096) List<String> contextKeyValues) {}

    public record Response(List<EvaluationResult> evaluationResults, Boolean isTruncated) {}

    /// IAM API: EvaluationResult, with the reasons as sentences.
    ///
    /// @param evalDecision `allowed`, `explicitDeny` or `implicitDeny`
    /// @param missingContextValues what policies asked for and the request would not say
    /// @param reasons what decided, then what would have allowed but for a condition
    public record EvaluationResult(
            String evalActionName,
            String evalDecision,
            String evalResourceName,
            List<MatchedStatement> matchedStatements,
            List<String> missingContextValues,
            List<String> reasons) {}

    /// IAM API: Statement.
    ///
    /// @param sourcePolicyType `resource` for a key policy or trust policy; `user` or `role`; else `none`
    /// @param statementId its Sid, or `statement 2` by position
    public record MatchedStatement(String sourcePolicyId, String sourcePolicyType, String statementId) {}

    private final PolicySimulator simulator = new PolicySimulator();
    private final InstantSource clock;

    public SimulatePrincipalPolicy(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public String eventSource() {
        return "iam.amazonaws.com";
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return request.resourceArns().stream()
                .filter(resource -> request.actionNames().stream().anyMatch(action -> isOnKey(action, resource)))
                .map(resource -> KeyLookup.keyOrAlias(view, resource))
                .distinct()
                .toList();
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        List<Access> accesses =
                new ArrayList<>(List.of(new Access.IamOnly("iam:SimulatePrincipalPolicy", request.policySourceArn())));
        keys.forEach(key -> accesses.add(new Access.OnKey("kms:GetKeyPolicy", key)));
        if (request.actionNames().stream().anyMatch(SimulatePrincipalPolicy::isOnRole)) {
            request.resourceArns().stream()
                    .filter(resource -> resource.contains(ROLE_IN_ARN))
                    .forEach(role -> accesses.add(new Access.IamOnly("iam:GetRole", role)));
        }
        return accesses;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Identity identity = view.identity(request.policySourceArn())
                .orElseThrow(() -> new KmsException(
                        Fault.NoSuchEntityException, request.policySourceArn() + " cannot be found."));
        Map<String, List<String>> context = context(request.contextEntries());
        List<String> resources = request.resourceArns().isEmpty() ? List.of("*") : request.resourceArns();
        List<EvaluationResult> results = new ArrayList<>();
        for (String action : request.actionNames()) {
            for (String resource : resources) {
                results.add(result(view, identity, action, resource, context));
            }
        }
        return Prepared.answer(new Response(results, false));
    }

    private EvaluationResult result(
            View view, Identity identity, String action, String resource, Map<String, List<String>> context) {
        var simulated = simulator.simulate(
                view, identity, access(view, action, resource), withAlias(resource, context), clock.instant());
        Decision decision = simulated.decision();
        List<String> reasons = new ArrayList<>();
        decision.reasons().forEach(reason -> reasons.add(reason.text()));
        simulated.unmet().forEach(reason -> reasons.add(reason.text()));
        return new EvaluationResult(
                action,
                name(decision),
                resource,
                decision.reasons().stream()
                        .filter(reason -> !reason.statement().isEmpty())
                        .map(reason -> new MatchedStatement(
                                reason.source(), type(identity, reason.source()), reason.statement()))
                        .toList(),
                simulated.missing(),
                reasons);
    }

    private static Access access(View view, String action, String resource) {
        if (isOnKey(action, resource)) {
            return new Access.OnKey(action, KeyLookup.keyOrAlias(view, resource));
        }
        if (isOnRole(action)) {
            return view.identity(resource).map(Identity::principal).orElse(new Principal.Root(view.account()))
                    instanceof Principal.Role role
                    ? new Access.OnRole(action, role)
                    : new Access.IamOnly(action, resource);
        }
        return new Access.IamOnly(action, resource);
    }

    /// Whether the key's own policy has a say.
    private static boolean isOnKey(String action, String resource) {
        return resource.startsWith(KEY_ARN) && !(action.matches(ALIAS_ACTIONS) && resource.contains(":alias/"));
    }

    private static boolean isOnRole(String action) {
        return ROLE_ACTIONS.contains(action);
    }

    /// A key named by its alias is asked for by that alias.
    private static Map<String, List<String>> withAlias(String resource, Map<String, List<String>> context) {
        int alias = resource.indexOf(":alias/");
        if (!resource.startsWith(KEY_ARN) || alias < 0 || context.containsKey(REQUEST_ALIAS)) {
            return context;
        }
        var more = new HashMap<>(context);
        more.put(REQUEST_ALIAS, List.of(resource.substring(alias + 1)));
        return more;
    }

    /// As the simulator takes it.
    ///
    /// @throws KmsException InvalidInputException
    public static Map<String, List<String>> context(List<ContextEntry> entries) {
        var context = new HashMap<String, List<String>>();
        for (ContextEntry entry : entries) {
            String name = ContextKey.named(entry.contextKeyName())
                    .orElseThrow(() -> new KmsException(
                            Fault.InvalidInputException,
                            "Invalid input: there is no condition key " + entry.contextKeyName() + "."))
                    .name();
            context.put(name.toLowerCase(Locale.ROOT), entry.contextKeyValues());
        }
        return context;
    }

    private static String name(Decision decision) {
        return switch (decision) {
            case Decision.Allowed _ -> "allowed";
            case Decision.Denied(boolean explicit, _) -> explicit ? "explicitDeny" : "implicitDeny";
        };
    }

    private static String type(Identity identity, String source) {
        if (source.equals(PolicyEvaluator.KEY_POLICY) || source.equals(PolicyEvaluator.TRUST_POLICY)) {
            return "resource";
        }
        if (identity.policy(source).isEmpty()) {
            return "none";
        }
        return identity.principal() instanceof Principal.Role ? "role" : "user";
    }
}
