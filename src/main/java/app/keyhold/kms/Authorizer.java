package app.keyhold.kms;

import app.keyhold.iam.Caller;
import app.keyhold.iam.Decision;
import app.keyhold.iam.Facts;
import app.keyhold.iam.Identity;
import app.keyhold.iam.PolicyDocument;
import app.keyhold.iam.PolicySyntaxException;
import app.keyhold.iam.Principal;
import app.keyhold.kms.key.Key;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Step 3: turns what an operation declares into questions to the policies, and their answers into refusals.
///
/// A service by itself holds no person's rights: it may do what is on its own schedule and what grants allow it. A person
/// whose call a service forwards is asked about as that person; the service is one more fact of the request. A session
/// counts no longer than its token says, and only while its role is the one it was of.
final class Authorizer {
    private static final String PUT_KEY_POLICY = "kms:PutKeyPolicy";

    private final InstantSource clock;
    private final PermissionCheck permissions = new PermissionCheck();

    Authorizer(InstantSource clock) {
        this.clock = clock;
    }

    /// @param decisions one for each access up to the first denial
    record Verdict(List<Decision> decisions, Optional<KmsException> refusal) {}

    /// All accesses must be allowed; an operation that declares none is refused to everybody.
    ///
    /// @param request empty where a permission is looked at without a request
    Verdict authorize(View view, Caller caller, Optional<? extends Record> request, List<Access> accesses) {
        if (accesses.isEmpty()) {
            Decision denied = PermissionCheck.denied("operation", "The operation declares no permission it needs.");
            return new Verdict(
                    List.of(denied),
                    Optional.of(Denials.accessDenied(caller, "", PermissionCheck.ANY_RESOURCE, denied)));
        }
        Instant now = clock.instant();
        Optional<Identity> identity = view.identity(holder(caller.principal())).filter(Identity::enabled);
        if (caller.session().filter(session -> !SessionTokens.counts(session, identity, now)).isPresent()) {
            return new Verdict(List.of(), Optional.of(SessionTokens.expired()));
        }
        boolean withLockoutCheck = accesses.stream().anyMatch(Access.AfterPolicyChange.class::isInstance);
        List<Decision> decisions = new ArrayList<>();
        for (Access access : RoleChaining.needed(caller, accesses)) {
            Optional<KmsException> malformed = malformedPolicy(access);
            if (malformed.isPresent()) {
                return new Verdict(decisions, malformed);
            }
            var inquiry = new Inquiry(view, caller, identity, now, request, accesses, Facts.NONE);
            Decision decision = caller.principal() instanceof Principal.Service service
                    ? decideForService(service, inquiry, access)
                    : decideForPerson(inquiry, access, withLockoutCheck);
            decisions.add(decision);
            if (!decision.isAllowed()) {
                return new Verdict(decisions, Optional.of(Denials.refusal(caller, access, decision)));
            }
        }
        return new Verdict(decisions, Optional.empty());
    }

    /// Whose policies count: of a session, its role's.
    private static String holder(Principal principal) {
        return principal instanceof Principal.AssumedRole session
                ? session.role().arn()
                : principal.arn();
    }

    private Decision decideForService(Principal.Service service, Inquiry inquiry, Access access) {
        boolean byItself = inquiry.caller().via().isEmpty();
        if (access instanceof Access.OwnSchedule own && own.service().equals(service) && byItself) {
            return PermissionCheck.allowed("service", "On the own schedule of the service " + service.name() + ".");
        }
        Decision denied = PermissionCheck.denied(
                "service", "The service " + service.name() + " has its own schedule and what grants give it, no more.");
        return byItself ? permissions.decideByGrants(inquiry, access, denied) : denied;
    }

    private Decision decideForPerson(Inquiry inquiry, Access access, boolean withLockoutCheck) {
        if (inquiry.identity().isEmpty()) {
            return PermissionCheck.denied("identity", "No enabled principal of this vault is calling.");
        }
        Decision decision = permissions.decide(inquiry, access);
        return !decision.isAllowed()
                        && !withLockoutCheck
                        && access instanceof Access.OnKey(String action, Key key)
                        && isRescue(inquiry.caller(), action, key)
                ? PermissionCheck.allowed(
                        "account root",
                        "The account's root may replace any customer key's policy, bypassing the lock-out check.")
                : decision;
    }

    /// The account's root cannot be locked out of a customer key: it may set a new policy whatever the present one
    /// says, but only with the lock-out check bypassed, which the event records.
    private static boolean isRescue(Caller caller, String action, Key key) {
        return action.equals(PUT_KEY_POLICY)
                && caller.principal() instanceof Principal.Root
                && !key.isServiceManaged();
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
}
