package app.keyhold.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.random.RandomGenerator;

/// How busy a small firm is: more from month to month, most when salaries are paid, little in August, hardly at all
/// between the years and at weekends.
final class DemoSeason {
    private static final int USUAL = 9;
    private static final double AT_FIRST = 0.5;
    private static final double GROWTH = 1.0;

    /// @param progress of the demo's year, from 0 to 1
    int calls(LocalDate day, double progress, RandomGenerator dice) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return dice.nextInt(1, 4);
        }
        double busy = USUAL * (AT_FIRST + GROWTH * progress) * season(day) * dice.nextDouble(0.7, 1.3);
        return Math.max(1, (int) Math.round(busy));
    }

    private static double season(LocalDate day) {
        if (day.getMonth() == Month.AUGUST) {
            return 0.5;
        }
        boolean betweenTheYears = (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() > 22)
                || (day.getMonth() == Month.JANUARY && day.getDayOfMonth() < 3);
        if (betweenTheYears) {
            return 0.2;
        }
        return day.getDayOfMonth() > 25 ? 1.9 : 1;
    }
}
