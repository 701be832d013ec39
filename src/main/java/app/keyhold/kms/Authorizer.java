package app.keyhold.kms;

import app.keyhold.iam.Caller;
import app.keyhold.iam.Decision;
import app.keyhold.iam.Decision.Reason;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.PolicyDocument;
import app.keyhold.iam.PolicyEvaluator;
import app.keyhold.iam.PolicySyntaxException;
import app.keyhold.iam.Principal;
import app.keyhold.iam.Question;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Step 3: turns what an operation declares into questions to the policies, and their answers into refusals.
///
/// A service by itself holds no person's rights: it may do what is on its own schedule, and nothing else. A person
/// whose call a service forwards is asked about as that person; the service is one more fact of the request.
final class Authorizer {
    private static final String PUT_KEY_POLICY = "kms:PutKeyPolicy";
    private static final String ANY_RESOURCE = "*";

    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    /// @param decisions one for each access up to the first denial
    record Verdict(List<Decision> decisions, Optional<KmsException> refusal) {}

    /// All accesses must be allowed; an operation that declares none is refused to everybody.
    Verdict authorize(View view, Caller caller, List<Access> accesses) {
        if (accesses.isEmpty()) {
            Decision denied = denied("operation", "The operation declares no permission it needs.");
            return new Verdict(List.of(denied), Optional.of(accessDenied(caller, "", ANY_RESOURCE, denied)));
        }
        Optional<Identity> identity = view.identity(caller.principal().arn()).filter(Identity::enabled);
        boolean withLockoutCheck = accesses.stream().anyMatch(Access.AfterPolicyChange.class::isInstance);
        List<Decision> decisions = new ArrayList<>();
        for (Access access : accesses) {
            Optional<KmsException> malformed = malformedPolicy(access);
            if (malformed.isPresent()) {
                return new Verdict(decisions, malformed);
            }
            Decision decision = caller.principal() instanceof Principal.Service service
                    ? decideForService(service, caller, access)
                    : identity.map(known -> decideForPerson(view, caller, known.policies(), access, withLockoutCheck))
                            .orElseGet(() -> denied("identity", "No enabled principal of this vault is calling."));
            decisions.add(decision);
            if (!decision.isAllowed()) {
                return new Verdict(decisions, Optional.of(refusal(caller, access, decision)));
            }
        }
        return new Verdict(decisions, Optional.empty());
    }

    private static Decision decideForService(Principal.Service service, Caller caller, Access access) {
        if (access instanceof Access.OwnSchedule own
                && own.service().equals(service)
                && caller.via().isEmpty()) {
            return allowed("service", "On the own schedule of the service " + service.name() + ".");
        }
        return denied("service", "The service " + service.name() + " has no permissions but its own schedule.");
    }

    private Decision decideForPerson(
            View view, Caller caller, List<NamedPolicy> policies, Access access, boolean withLockoutCheck) {
        return switch (access) {
            case Access.OnKey(String action, Key key) -> {
                Decision decision =
                        evaluator.decideOnKey(question(view, caller, action, arn(key)), key.policy(), policies);
                yield decision.isAllowed() || withLockoutCheck ? decision : rescued(caller, action, key, decision);
            }
            case Access.ByCiphertext(String action, Key key) ->
                evaluator.decideOnKey(question(view, caller, action, arn(key)), key.policy(), policies);
            case Access.AfterPolicyChange(String action, Optional<Key> key, String policy) ->
                evaluator.decideOnKey(question(view, caller, action, arn(view, key)), policy, policies);
            case Access.OnAlias(String action, String aliasArn) ->
                evaluator.decideByIdentity(question(view, caller, action, aliasArn), policies);
            case Access.IamOnly(String action, String resource) ->
                evaluator.decideByIdentity(question(view, caller, action, resource), policies);
            case Access.ThroughService(String action, Principal.Service service) ->
                throughService(view, caller, action, service, policies);
            case Access.OwnSchedule(_, Principal.Service service) ->
                denied("service", "Only the service " + service.name() + " does this, on its own schedule.");
        };
    }

    /// The account's root cannot be locked out of a customer key: it may set a new policy whatever the present one
    /// says, but only with the lock-out check bypassed, which the event records.
    private static Decision rescued(Caller caller, String action, Key key, Decision decision) {
        boolean may = action.equals(PUT_KEY_POLICY)
                && caller.principal() instanceof Principal.Root
                && !key.isServiceManaged();
        return may
                ? allowed(
                        "account root",
                        "The account's root may replace any customer key's policy, bypassing the lock-out check.")
                : decision;
    }

    private Decision throughService(
            View view, Caller caller, String action, Principal.Service service, List<NamedPolicy> policies) {
        if (caller.via().filter(service::equals).isEmpty()) {
            return denied("service", "Only calls forwarded by the service " + service.name() + " may do this.");
        }
        Decision decision = evaluator.decideByIdentity(question(view, caller, action, ANY_RESOURCE), policies);
        return decision instanceof Decision.Denied(boolean explicit, _) && explicit
                ? decision
                : allowed("service", "Done for whomever the service " + service.name() + " forwards.");
    }

    private static Optional<KmsException> malformedPolicy(Access access) {
        if (!(access instanceof Access.AfterPolicyChange change)) {
            return Optional.empty();
        }
        try {
            PolicyDocument.parseKeyPolicy(change.policy());
            return Optional.empty();
        } catch (PolicySyntaxException problem) {
            return Optional.of(
                    new KmsException(Fault.MalformedPolicyDocumentException, String.valueOf(problem.getMessage())));
        }
    }

    private static KmsException refusal(Caller caller, Access access, Decision decision) {
        return switch (access) {
            case Access.ByCiphertext _ -> new KmsException(Fault.AccessDeniedException, Access.UNKNOWN_OR_DENIED);
            case Access.AfterPolicyChange _ ->
                new KmsException(Fault.MalformedPolicyDocumentException, Access.LOCKED_OUT);
            case Access.OnKey(String action, Key key) -> accessDenied(caller, action, arn(key), decision);
            case Access.OnAlias(String action, String aliasArn) -> accessDenied(caller, action, aliasArn, decision);
            case Access.IamOnly(String action, String resource) -> accessDenied(caller, action, resource, decision);
            case Access.ThroughService _, Access.OwnSchedule _ ->
                accessDenied(caller, access.action(), ANY_RESOURCE, decision);
        };
    }

    private static KmsException accessDenied(Caller caller, String action, String resource, Decision decision) {
        Reason first = decision.reasons().getFirst();
        boolean ofKey = first.source().equals(PolicyEvaluator.KEY_POLICY);
        boolean explicit = decision instanceof Decision.Denied denied && denied.explicit();
        return new KmsException(
                Fault.AccessDeniedException,
                "User: " + caller.principal().arn() + " is not authorized to perform: " + action + " on resource: "
                        + resource
                        + (explicit
                                ? " with an explicit deny in " + (ofKey ? "a resource" : "an identity") + "-based policy"
                                : " because no " + (ofKey ? "resource-based" : "identity-based") + " policy allows the "
                                        + action + " action"));
    }

    private static Question question(View view, Caller caller, String action, String resource) {
        return new Question(caller, action, resource, view.account(), view.region());
    }

    private static String arn(Key key) {
        return key.arn().toString();
    }

    /// A key about to be made has no id yet, so a policy can only mean it by `*`.
    private static String arn(View view, Optional<Key> key) {
        return key.map(Key::arn)
                .orElseGet(() -> new KeyArn(view.region(), view.account(), "new"))
                .toString();
    }

    private static Decision allowed(String source, String sentence) {
        return new Decision.Allowed(List.of(new Reason(source, "", sentence)));
    }

    private static Decision denied(String source, String sentence) {
        return new Decision.Denied(false, List.of(new Reason(source, "", sentence)));
    }
}
