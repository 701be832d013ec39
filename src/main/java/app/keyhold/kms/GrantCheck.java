package app.keyhold.kms;

import app.keyhold.iam.Decision;
import app.keyhold.iam.Decision.Reason;
import app.keyhold.iam.Identity;
import app.keyhold.iam.PolicyEvaluator;
import app.keyhold.iam.Principal;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.grant.GrantPrincipal;
import app.keyhold.kms.grant.GrantTerms;
import app.keyhold.kms.grant.GrantUse;
import app.keyhold.kms.grant.HandsOn;
import app.keyhold.kms.key.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Asks the grants of a key where policies neither allow nor deny.
///
/// A grant counts as if the key's policy had one statement more, which allows the grantee this action: so what limits a
/// session's permissions limits these, and an account's grant leaves the rest to its identity policies.
///
/// @param asPolicy decides about the access with this text in place of the key's policy
record GrantCheck(Inquiry inquiry, Function<String, Decision> asPolicy) {
    private static final String SOURCE = "grant";

    /// @param byPolicies what they say, the key's own included
    Decision decide(String action, Key key, Decision byPolicies) {
        Optional<GrantOperation> operation = GrantOperation.ofAction(action);
        if (byPolicies.isAllowed() || isExplicit(byPolicies) || operation.isEmpty()) {
            return byPolicies;
        }
        Decision decision = byPolicies;
        for (GrantPrincipal name : names()) {
            Optional<Grant> grant =
                    use(operation.get(), key, name)
                    .flatMap(use -> inquiry.view().grants().allowing(use));
            if (grant.isPresent()) {
                decision = counting(grant.get(), name, action);
                if (decision.isAllowed()) {
                    return decision;
                }
            }
        }
        return decision;
    }

    /// Whoever the grant names may end it: its retiring principal, its grantee if it says so, and the account it was made
    /// in. No policy is needed, but an explicit deny counts.
    Decision decideByGrant(Access.ByGrant access, Decision byPolicies) {
        if (isExplicit(byPolicies)) {
            return byPolicies;
        }
        Optional<Grant> found = inquiry.view().grants().find(access.key().id(), access.grantId());
        Decision decision = new Decision.Denied(
                false,
                List.of(new Reason(
                        SOURCE,
                        access.grantId(),
                        "Grant " + found.map(Grant::label).orElse(access.grantId()) + " does not name "
                                + inquiry.caller().principal().name() + " as somebody who may retire it.")));
        for (GrantPrincipal name : found.map(this::mayRetire).orElse(List.of())) {
            decision = counting(found.get(), name, access.action());
            if (decision.isAllowed()) {
                return decision;
            }
        }
        return decision;
    }

    private List<GrantPrincipal> mayRetire(Grant grant) {
        boolean grantee = grant.terms().operations().contains(GrantOperation.RetireGrant);
        return names().stream()
                .filter(name -> grant.retiring().filter(name::equals).isPresent()
                        || (grantee && grant.grantee().equals(name))
                        || grant.issuer().equals(name.name()))
                .toList();
    }

    /// As whom the caller can be named, the nearest name first; the account stands for everybody in it.
    private List<GrantPrincipal> names() {
        String id = inquiry.identity().map(Identity::uniqueId).orElse("");
        var account = GrantPrincipal.ofAccount(inquiry.view().account());
        return switch (inquiry.caller().principal()) {
            case Principal.Root _ -> List.of(account);
            case Principal.User user -> List.of(new GrantPrincipal(user.arn(), id), account);
            case Principal.AssumedRole session ->
                List.of(
                        new GrantPrincipal(session.arn(), id),
                        new GrantPrincipal(session.role().arn(), id),
                        account);
            case Principal.Service service -> List.of(GrantPrincipal.ofService(service.arn()));
            case Principal.Role _ -> List.of();
        };
    }

    private Optional<GrantUse> use(GrantOperation operation, Key key, GrantPrincipal name) {
        Optional<GrantTerms> handedOn = inquiry.request()
                .filter(_ -> operation == GrantOperation.CreateGrant)
                .filter(HandsOn.class::isInstance)
                .map(asking -> ((HandsOn) asking).terms());
        return operation == GrantOperation.CreateGrant && handedOn.isEmpty()
                ? Optional.empty()
                : Optional.of(new GrantUse(
                        key.id(),
                        name,
                        operation,
                        new RequestMembers(inquiry.request()).map(contextOf(operation)),
                        inquiry.caller().sourceArn(),
                        handedOn));
    }

    private static String contextOf(GrantOperation operation) {
        return switch (operation) {
            case ReEncryptFrom -> "sourceEncryptionContext";
            case ReEncryptTo -> "destinationEncryptionContext";
            default -> "encryptionContext";
        };
    }

    private Decision counting(Grant grant, GrantPrincipal name, String action) {
        return switch (asPolicy.apply(statement(name, action))) {
            case Decision.Allowed(List<Reason> reasons) -> {
                List<Reason> all = new ArrayList<>();
                all.add(new Reason(SOURCE, grant.id(), "Allowed by grant " + grant.label() + "."));
                reasons.stream()
                        .filter(reason -> !reason.source().equals(PolicyEvaluator.KEY_POLICY))
                        .forEach(all::add);
                yield new Decision.Allowed(all);
            }
            case Decision.Denied denied -> denied;
        };
    }

    /// Names are of few characters, none of which means anything in JSON.
    private static String statement(GrantPrincipal name, String action) {
        return """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"%s":"%s"},"Action":"%s","Resource":"*"}}"""
                .formatted(name.isService() ? "Service" : "AWS", name.name(), action);
    }

    private static boolean isExplicit(Decision decision) {
        return decision instanceof Decision.Denied denied && denied.explicit();
    }
}
