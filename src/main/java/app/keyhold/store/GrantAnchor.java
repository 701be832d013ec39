package app.keyhold.store;

import app.keyhold.crypto.LengthPrefixed;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.grant.GrantTerms;
import app.keyhold.kms.grant.GrantUse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// By which a grant is found among fifty thousand of one grantee: `` without a constraint on the encryption context, `=`
/// and a digest of the exact context, or `+` and a digest of the first of the pairs that must be in it. What is found so
/// is held against the grant itself, so a collision costs a look and nothing else.
final class GrantAnchor {
    /// A context has no more pairs than this; a larger one is refused later whatever grants there are.
    private static final int MOST_PAIRS = 4_096;
    private static final int DIGEST_BYTES = 8;

    private GrantAnchor() {}

    static String of(GrantConstraints constraints) {
        return constraints
                .encryptionContextEquals()
                .map(GrantAnchor::exact)
                .or(() -> constraints.encryptionContextSubset().flatMap(GrantAnchor::first))
                .orElse("");
    }

    /// Where a grant for `use` can stand; empty if it can stand anywhere.
    static Optional<List<String>> candidates(GrantUse use) {
        if (use.handedOn().isPresent()) {
            return Optional.of(candidates(use.handedOn().get()));
        }
        return use.operation().takesEncryptionContext()
                ? Optional.of(candidates(Set.of(use.encryptionContext()), use.encryptionContext()))
                : Optional.empty();
    }

    /// The grants under which these terms can be handed on have the same constraints or looser ones.
    private static List<String> candidates(GrantTerms handedOn) {
        GrantConstraints constraints = handedOn.constraints();
        Map<String, String> pairs = new TreeMap<>();
        constraints.encryptionContextSubset().ifPresent(pairs::putAll);
        List<String> found = candidates(Set.of(), pairs);
        constraints.encryptionContextEquals().ifPresent(exact -> found.addAll(candidates(Set.of(exact), exact)));
        return found.stream().distinct().toList();
    }

    private static List<String> candidates(Set<Map<String, String>> exact, Map<String, String> pairs) {
        Set<String> found = new LinkedHashSet<>();
        found.add("");
        exact.forEach(context -> found.add(exact(context)));
        pairs.entrySet().stream().limit(MOST_PAIRS).map(GrantAnchor::pair).forEach(found::add);
        return new ArrayList<>(found);
    }

    private static String exact(Map<String, String> context) {
        List<String> fields = new ArrayList<>();
        new TreeMap<>(context).forEach((name, value) -> {
            fields.add(name);
            fields.add(value);
        });
        return "=" + digest(fields.toArray(String[]::new));
    }

    private static Optional<String> first(Map<String, String> pairs) {
        return Optional.ofNullable(new TreeMap<>(pairs).firstEntry()).map(GrantAnchor::pair);
    }

    private static String pair(Map.Entry<String, String> pair) {
        return "+" + digest(pair.getKey(), pair.getValue());
    }

    private static String digest(String... fields) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(LengthPrefixed.join(fields));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
