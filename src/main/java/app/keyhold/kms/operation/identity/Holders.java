package app.keyhold.kms.operation.identity;

import app.keyhold.iam.Identity;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.PolicyDocument;
import app.keyhold.iam.PolicyKind;
import app.keyhold.iam.PolicySyntaxException;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Principals and the policies they hold, refused in IAM's words.
public final class Holders {
    /// Of all of a principal's policies together, without white space. IAM's quota for roles; it gives users less.
    static final int MOST_POLICY_CHARACTERS = 10_240;

    private Holders() {}

    /// @throws KmsException NoSuchEntityException
    public static Identity find(View view, Principal principal) {
        return view.identity(principal.arn())
                .orElseThrow(() -> new KmsException(
                        Fault.NoSuchEntityException,
                        "The " + kind(principal) + " with name " + principal.name() + " cannot be found."));
    }

    /// What the account's root may do is not up to policies that somebody could take from it.
    static void requireChangeable(Principal principal) {
        if (principal instanceof Principal.Root) {
            throw new KmsException(
                    Fault.UnmodifiableEntityException,
                    "The policies of the vault's owner, who is the account's root, can't be changed.");
        }
    }

    /// @throws KmsException MalformedPolicyDocumentException naming line, column and what is wrong
    public static PolicyDocument parse(PolicyKind kind, String document) {
        try {
            return PolicyDocument.parse(kind, document);
        } catch (PolicySyntaxException malformed) {
            throw new KmsException(
                    Fault.MalformedPolicyDocumentException,
                    Objects.requireNonNullElse(malformed.getMessage(), ""),
                    malformed);
        }
    }

    /// The policy new or in place of the one of its name.
    ///
    /// @throws KmsException LimitExceededException
    static Identity with(Identity identity, NamedPolicy policy) {
        List<NamedPolicy> policies = new ArrayList<>(without(identity.policies(), policy.name()));
        policies.add(policy);
        policies.sort(Comparator.comparing(NamedPolicy::name));
        long characters = policies.stream()
                .mapToLong(one -> one.document().chars().filter(sign -> !Character.isWhitespace(sign)).count())
                .sum();
        if (characters > MOST_POLICY_CHARACTERS) {
            Principal principal = identity.principal();
            throw new KmsException(
                    Fault.LimitExceededException,
                    "Maximum policy size of " + MOST_POLICY_CHARACTERS + " bytes exceeded for " + kind(principal) + " "
                            + principal.name());
        }
        return identity.withPolicies(policies);
    }

    /// @throws KmsException NoSuchEntityException
    static Identity without(Identity identity, String policyName) {
        findPolicy(identity, policyName);
        return identity.withPolicies(without(identity.policies(), policyName));
    }

    /// @throws KmsException NoSuchEntityException
    static NamedPolicy findPolicy(Identity identity, String policyName) {
        return identity.policy(policyName)
                .orElseThrow(() -> new KmsException(
                        Fault.NoSuchEntityException,
                        "The " + kind(identity.principal()) + " policy with name " + policyName + " cannot be found."));
    }

    /// @throws KmsException NoSuchEntityException if there is none
    static Identity withoutBoundary(Identity identity) {
        if (identity.permissionsBoundary().isEmpty()) {
            throw new KmsException(
                    Fault.NoSuchEntityException,
                    "The " + kind(identity.principal()) + " with name " + identity.principal().name()
                            + " does not have a permissions boundary attached.");
        }
        return identity.withPermissionsBoundary(Optional.empty());
    }

    private static List<NamedPolicy> without(List<NamedPolicy> policies, String name) {
        return policies.stream().filter(policy -> !policy.name().equals(name)).toList();
    }

    private static String kind(Principal principal) {
        return principal instanceof Principal.Role ? "role" : "user";
    }
}
