package app.keyhold.desktop.cost;

import app.keyhold.desktop.part.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/// Money and months as the screen says them. What is told is rounded to cents; what is summed up is not.
final class Amounts {
    private static final Words WORDS = Words.of(Amounts.class);
    private static final String LONG = "MMMM uuuu";
    private static final String SHORT = "MMM";
    private static final String YEAR = "uuuu";
    private static final String SHORT_WITH_YEAR = "MMM uuuu";
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private Amounts() {}

    /// `12.34`, `1,234.00`, and `< 0.01` for what is less than a cent but not nothing.
    static String cents(BigDecimal amount) {
        if (amount.signum() > 0 && amount.compareTo(CENT) < 0) {
            return WORDS.get("amount.lessThan", twoPlaces(CENT));
        }
        return twoPlaces(amount.setScale(2, RoundingMode.HALF_EVEN));
    }

    private static String twoPlaces(BigDecimal amount) {
        return String.format(Words.locale(), "%,.2f", amount);
    }

    /// A dash for nothing, so that a table shows where something is.
    static String orDash(BigDecimal amount) {
        return amount.signum() == 0 ? "–" : cents(amount);
    }

    static String orDash(long count) {
        return count == 0 ? "–" : String.format(Words.locale(), "%,d", count);
    }

    /// `November 2026`
    static String month(String month) {
        return format(LONG, YearMonth.parse(month));
    }

    /// `Nov`, with the year under January and at the beginning; where there is little room, the year in January's place.
    static String tick(String month, boolean withYear, boolean roomy) {
        YearMonth parsed = YearMonth.parse(month);
        if (!roomy) {
            return format(parsed.getMonthValue() == 1 ? YEAR : SHORT, parsed);
        }
        return format(withYear || parsed.getMonthValue() == 1 ? SHORT_WITH_YEAR : SHORT, parsed);
    }

    private static String format(String pattern, YearMonth month) {
        return DateTimeFormatter.ofPattern(pattern, Words.locale()).format(month);
    }
}
