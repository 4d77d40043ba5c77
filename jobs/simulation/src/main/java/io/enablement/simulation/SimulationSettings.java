package io.enablement.simulation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that decides what a simulation tells; the same settings give the same bytes.
 *
 * @param reps how many sell, including those who are hired or leave on the way
 * @param lastMonth the month in which the simulation ends; it begins {@code months} earlier
 * @param dealsPerMonth deals that an average rep creates in a month
 * @param contentUsesPerMonth uses of content by a rep in a month, outside of deals
 * @param fiscalYearStart month, 1 to 12, in which fiscal years start
 */
public record SimulationSettings(
        int reps,
        int months,
        long seed,
        YearMonth lastMonth,
        double dealsPerMonth,
        double contentUsesPerMonth,
        int fiscalYearStart,
        DisorderProfile disorder) {

    /** All events lie before 2026-09-01. */
    public static final YearMonth DEFAULT_LAST_MONTH = YearMonth.of(2026, 8);

    static final String REPORTING_CURRENCY = "USD";

    /**
     * @throws IllegalArgumentException if anything is wrong; the message lists all of it
     */
    public SimulationSettings {
        List<String> problems = new ArrayList<>();
        check(reps >= 8 && reps <= 100_000, "reps is not between 8 and 100000", problems);
        check(months >= 6 && months <= 120, "months is not between 6 and 120", problems);
        check(
                lastMonth.getYear() >= 2000 && lastMonth.getYear() <= 2100,
                "lastMonth is not between 2000 and 2100",
                problems);
        check(
                dealsPerMonth > 0 && dealsPerMonth <= 100,
                "dealsPerMonth is not above 0 and up to 100",
                problems);
        check(
                contentUsesPerMonth >= 0 && contentUsesPerMonth <= 1_000,
                "contentUsesPerMonth is not between 0 and 1000",
                problems);
        check(
                fiscalYearStart >= 1 && fiscalYearStart <= 12,
                "fiscalYearStart is not between 1 and 12",
                problems);
        problems.addAll(disorder.problems());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** An organisation as one would meet it, with slightly disordered events. */
    public static SimulationSettings standard(int reps, int months, long seed) {
        return new SimulationSettings(
                reps, months, seed, DEFAULT_LAST_MONTH, 3, 8, 1, DisorderProfile.SLIGHT);
    }

    /** Tens of millions of events: 10,000 busy reps over three years. */
    public static SimulationSettings volume(long seed) {
        return new SimulationSettings(
                10_000, 36, seed, DEFAULT_LAST_MONTH, 6, 40, 1, DisorderProfile.SLIGHT);
    }

    public SimulationSettings withDisorder(DisorderProfile profile) {
        return new SimulationSettings(
                reps,
                months,
                seed,
                lastMonth,
                dealsPerMonth,
                contentUsesPerMonth,
                fiscalYearStart,
                profile);
    }

    public SimulationSettings withFiscalYearStart(int month) {
        return new SimulationSettings(
                reps, months, seed, lastMonth, dealsPerMonth, contentUsesPerMonth, month, disorder);
    }

    public SimulationSettings withLastMonth(YearMonth month) {
        return new SimulationSettings(
                reps,
                months,
                seed,
                month,
                dealsPerMonth,
                contentUsesPerMonth,
                fiscalYearStart,
                disorder);
    }

    YearMonth firstMonth() {
        return lastMonth.minusMonths(months - 1L);
    }

    private static void check(boolean right, String problem, List<String> problems) {
        if (!right) {
            problems.add(problem);
        }
    }
}
