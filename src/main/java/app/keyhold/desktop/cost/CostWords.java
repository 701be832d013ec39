package app.keyhold.desktop.cost;

import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.kms.cost.KeyCost;
import app.keyhold.kms.cost.MonthCost;
import app.keyhold.kms.cost.RequestCost;
import app.keyhold.kms.cost.RequestKind;
import java.util.List;
import java.util.stream.Collectors;

/// What a person reads about costs.
final class CostWords {
    private CostWords() {}

    static String name(KeyCost cost) {
        return switch (cost.subject()) {
            case KEY -> KeyWords.name(cost.aliases(), cost.keyId().orElse(""));
            case DELETED_KEYS -> "Deleted keys";
            case NO_KEY -> "Requests about no key";
        };
    }

    static String spec(KeyCost cost) {
        return cost.spec().map(KeyWords::spec).orElse("–");
    }

    static String kind(RequestKind kind) {
        return switch (kind) {
            case SYMMETRIC -> "symmetric and administration";
            case RSA_2048 -> "RSA 2048";
            case OTHER_ASYMMETRIC -> "other asymmetric";
            case DATA_KEY_PAIR_RSA -> "RSA data key pairs";
            case DATA_KEY_PAIR_ECC -> "elliptic-curve data key pairs";
        };
    }

    /// `4,213 symmetric and administration, 12 RSA 2048`; a dash for none.
    static String requests(List<RequestCost> requests) {
        return requests.isEmpty()
                ? "–"
                : requests.stream()
                        .map(one -> Amounts.orDash(one.count()) + " " + kind(one.kind()))
                        .collect(Collectors.joining(", "));
    }

    /// One sentence for whoever cannot see the bars.
    static String sentence(MonthCost month, String currency) {
        return Amounts.month(month.month()) + (month.complete() ? "" : " so far") + ", estimated "
                + Amounts.cents(month.estimatedTotal()) + " " + currency + ": keys " + Amounts.cents(month.estimatedStorage())
                + ", rotations " + Amounts.cents(month.estimatedRotations()) + ", requests "
                + Amounts.cents(month.estimatedRequests()) + ", free requests minus " + Amounts.cents(month.estimatedFree());
    }

    static String sentence(KeyCost cost, String currency) {
        return name(cost) + ", " + spec(cost) + ", estimated " + Amounts.cents(cost.estimatedTotal()) + " " + currency + ", "
                + Amounts.orDash(cost.requestCount()) + " requests";
    }
}
