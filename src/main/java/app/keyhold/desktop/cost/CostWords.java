package app.keyhold.desktop.cost;

import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.cost.KeyCost;
import app.keyhold.kms.cost.MonthCost;

/// What a person reads about costs.
final class CostWords {
    private static final Words WORDS = Words.of(CostWords.class);
    private CostWords() {}

    static String name(KeyCost cost) {
        return switch (cost.subject()) {
            case KEY -> KeyWords.name(cost.aliases(), cost.keyId().orElse(""));
            case DELETED_KEYS -> WORDS.get("subject.deleted");
            case NO_KEY -> WORDS.get("subject.none");
        };
    }

    static String spec(KeyCost cost) {
        return cost.spec().map(KeyWords::spec).orElse("–");
    }

    /// One sentence for whoever cannot see the bars.
    static String sentence(MonthCost month, String currency) {
        return WORDS.get(
                "sentence.month",
                monthSoFar(month),
                Amounts.cents(month.estimatedTotal()),
                currency,
                Amounts.cents(month.estimatedStorage()),
                Amounts.cents(month.estimatedRotations()),
                Amounts.cents(month.estimatedRequests()),
                Amounts.cents(month.estimatedFree()));
    }

    /// `November 2026 so far`
    static String monthSoFar(MonthCost month) {
        String name = Amounts.month(month.month());
        return month.complete() ? name : WORDS.get("month.soFar", name);
    }

    static String sentence(KeyCost cost, String currency) {
        return WORDS.get(
                "sentence.key", name(cost), spec(cost), Amounts.cents(cost.estimatedTotal()), currency, cost.requestCount());
    }
}
