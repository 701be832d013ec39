package app.keyhold.kms.operation.grant;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.grant.GrantTerms;
import app.keyhold.kms.key.EncryptionContext;
import app.keyhold.kms.key.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What holds for requests about grants beyond their shape (KMS developer guide, "Creating grants").
final class GrantRules {
    private static final int MOST_PAIRS = 8;
    private static final int MOST_CHARACTERS = 384;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private GrantRules() {}

    static void requireTerms(GrantTerms terms) {
        if (terms.operations().isEmpty()) {
            throw invalid("Operations must name at least one operation that a grant can allow.");
        }
        requireContext("EncryptionContextEquals", terms.constraints().encryptionContextEquals());
        requireContext("EncryptionContextSubset", terms.constraints().encryptionContextSubset());
    }

    /// One of a pair of members that mean a principal and a service.
    static void requireEither(String principal, Optional<String> one, String service, Optional<String> other) {
        if (one.isPresent() == other.isPresent()) {
            throw invalid("You must specify either %s or %s, but not both.".formatted(principal, service));
        }
    }

    static void requireNotBoth(String principal, Optional<String> one, String service, Optional<String> other) {
        if (one.isPresent() && other.isPresent()) {
            throw invalid("You can specify either %s or %s, but not both.".formatted(principal, service));
        }
    }

    static void requireFit(Key key, GrantTerms terms) {
        List<GrantOperation> unfit = terms.operations().stream()
                .filter(operation -> !operation.fits(key.spec(), key.usage()))
                .toList();
        if (!unfit.isEmpty()) {
            throw invalid("%s with key spec %s and key usage %s does not support the grant operations: %s."
                    .formatted(
                            key.arn(),
                            key.spec(),
                            key.usage(),
                            unfit.stream().map(Enum::name).collect(Collectors.joining(", "))));
        }
        if (terms.constraints().isOnContext() && !key.spec().isSymmetric()) {
            throw invalid("Encryption context grant constraints are supported only for symmetric encryption keys, which "
                    + key.arn() + " is not.");
        }
    }

    static void requireId(String grantId) {
        if (!ID.matcher(grantId).matches()) {
            throw new KmsException(Fault.InvalidGrantIdException, "The grant ID is not valid.");
        }
    }

    static Grant existing(View view, Key key, String grantId) {
        return view.grants().find(key.id(), grantId).orElseThrow(() -> notFound(grantId));
    }

    static KmsException notFound(String grantId) {
        return new KmsException(Fault.NotFoundException, "Grant ID " + grantId + " not found");
    }

    static KmsException invalid(String message) {
        return new KmsException(Fault.ValidationException, message);
    }

    private static void requireContext(String name, Optional<Map<String, String>> constraint) {
        if (constraint.isEmpty()) {
            return;
        }
        Map<String, String> pairs = constraint.get();
        if (pairs.isEmpty() || pairs.size() > MOST_PAIRS) {
            throw invalid("The grant constraint %s must have from 1 to %d encryption context pairs."
                    .formatted(name, MOST_PAIRS));
        }
        EncryptionContext.of(pairs);
        int characters = pairs.entrySet().stream()
                .mapToInt(pair -> pair.getKey().length() + pair.getValue().length())
                .sum();
        if (characters > MOST_CHARACTERS) {
            throw invalid("The grant constraint %s must not be larger than %d characters."
                    .formatted(name, MOST_CHARACTERS));
        }
    }
}
