package app.keyhold.desktop.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Money and months as the screen says them. What is told is rounded to cents; what is summed up is not.
final class Amounts {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private Amounts() {}

    /// `12.34`, `1,234.00`, and `< 0.01` for what is less than a cent but not nothing.
    static String cents(BigDecimal amount) {
        if (amount.signum() > 0 && amount.compareTo(CENT) < 0) {
            return "< 0.01";
        }
        return String.format(Locale.ENGLISH, "%,.2f", amount.setScale(2, RoundingMode.HALF_EVEN));
    }

    /// A dash for nothing, so that a table shows where something is.
    static String orDash(BigDecimal amount) {
        return amount.signum() == 0 ? "–" : cents(amount);
    }

    static String orDash(long count) {
        return count == 0 ? "–" : String.format(Locale.ENGLISH, "%,d", count);
    }

    /// `November 2026`
    static String month(String month) {
        return LONG.format(YearMonth.parse(month));
    }

    /// `Nov`, with the year under January and at the beginning.
    static String tick(String month, boolean withYear) {
        YearMonth parsed = YearMonth.parse(month);
        return SHORT.format(parsed) + (withYear || parsed.getMonthValue() == 1 ? " " + parsed.getYear() : "");
    }
}
