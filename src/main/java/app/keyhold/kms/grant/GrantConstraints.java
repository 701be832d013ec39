package app.keyhold.kms.grant;

import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import java.util.Map;
import java.util.Optional;

/// What a grant demands of the requests it allows (KMS API: GrantConstraints). All that are set must hold.
///
/// @param encryptionContextEquals exactly these pairs, in any order
/// @param encryptionContextSubset at least these pairs
/// @param sourceArn the resource for which the service asks
public record GrantConstraints(
        Optional<Map<String, String>> encryptionContextEquals,
        Optional<Map<String, String>> encryptionContextSubset,
        @Length(min = 20, max = 512)
                @Matches("^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:.+$")
                Optional<String> sourceArn) {
    public static final GrantConstraints NONE =
            new GrantConstraints(Optional.empty(), Optional.empty(), Optional.empty());

    public GrantConstraints {
        encryptionContextEquals = encryptionContextEquals.map(Map::copyOf);
        encryptionContextSubset = encryptionContextSubset.map(Map::copyOf);
    }

    public static GrantConstraints contextEquals(Map<String, String> context) {
        return new GrantConstraints(Optional.of(context), Optional.empty(), Optional.empty());
    }

    public static GrantConstraints contextSubset(Map<String, String> pairs) {
        return new GrantConstraints(Optional.empty(), Optional.of(pairs), Optional.empty());
    }

    public boolean isOnContext() {
        return encryptionContextEquals.isPresent() || encryptionContextSubset.isPresent();
    }

    boolean allowContext(Map<String, String> context) {
        return encryptionContextEquals.filter(exact -> !exact.equals(context)).isEmpty()
                && encryptionContextSubset.filter(pairs -> !contains(context, pairs)).isEmpty();
    }

    boolean allowSource(Optional<String> source) {
        return sourceArn.isEmpty() || sourceArn.equals(source);
    }

    /// Whether everything `these` let through, this lets through as well.
    boolean areNoStricterThan(GrantConstraints these) {
        return encryptionContextEquals.filter(exact -> !these.demandExactly(exact)).isEmpty()
                && encryptionContextSubset.filter(pairs -> !these.demand(pairs)).isEmpty()
                && allowSource(these.sourceArn);
    }

    private boolean demandExactly(Map<String, String> exact) {
        return encryptionContextEquals.filter(exact::equals).isPresent();
    }

    private boolean demand(Map<String, String> pairs) {
        return encryptionContextEquals.filter(exact -> contains(exact, pairs)).isPresent()
                || encryptionContextSubset.filter(mine -> contains(mine, pairs)).isPresent();
    }

    private static boolean contains(Map<String, String> context, Map<String, String> pairs) {
        return context.entrySet().containsAll(pairs.entrySet());
    }
}
