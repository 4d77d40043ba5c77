package io.enablement.impact.panel;

import io.enablement.domain.deal.Part;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each rep sold in each month, all deal types together: parts, which are added, not rates. */
public final class SalesMonths {

    /** The parts that outcomes are made of. */
    static final List<Part> PARTS =
            List.of(
                    Part.CREATED,
                    Part.CREATED_WON,
                    Part.WON,
                    Part.LOST,
                    Part.WON_PRICED,
                    Part.WON_AMOUNT,
                    Part.LOST_AMOUNT,
                    Part.WON_CYCLES,
                    Part.WON_CYCLE_MICROS,
                    Part.QUALIFIED,
                    Part.QUALIFIED_WON,
                    Part.CREDITED,
                    Part.QUOTA);

    private final List<String> reps;
    private final Map<String, Integer> places = new HashMap<>();
    private final int firstMonth;
    private final int months;
    private final Map<Part, long[]> amounts = new EnumMap<>(Part.class);
    private final double[] medians;

    /**
     * Months without anything yet.
     *
     * @param firstMonth as {@link TimeScale#MONTH} counts
     * @param months how many there are, from the first on
     */
    public SalesMonths(List<String> reps, int firstMonth, int months) {
        this.reps = List.copyOf(reps);
        for (int rep = 0; rep < reps.size(); rep++) {
            places.put(this.reps.get(rep), rep);
        }
        this.firstMonth = firstMonth;
        this.months = months;
        int cells = Math.multiplyExact(reps.size(), months);
        PARTS.forEach(part -> amounts.put(part, new long[cells]));
        medians = new double[cells];
        Arrays.fill(medians, Double.NaN);
    }

    public List<String> reps() {
        return reps;
    }

    /** Where the rep stands in {@link #reps}; -1 where the rep is not among them. */
    public int place(String rep) {
        return places.getOrDefault(rep, -1);
    }

    public int firstMonth() {
        return firstMonth;
    }

    public int lastMonth() {
        return firstMonth + months - 1;
    }

    public long amount(Part part, int rep, int month) {
        return amounts.get(part)[cell(rep, month)];
    }

    /** Median of the whole days from creation to close of the deals won; NaN where none was. */
    public double medianCycleDays(int rep, int month) {
        return medians[cell(rep, month)];
    }

    public void add(Part part, int rep, int month, long amount) {
        amounts.get(part)[cell(rep, month)] += amount;
    }

    void setMedianCycleDays(int rep, int month, double days) {
        medians[cell(rep, month)] = days;
    }

    /** Puts everything into a checksum, in the order of the reps, months and parts. */
    void writeTo(Checksum checksum) {
        for (int rep = 0; rep < reps.size(); rep++) {
            checksum.text(reps.get(rep));
        }
        checksum.number(firstMonth);
        PARTS.forEach(part -> checksum.numbers(amounts.get(part)));
        checksum.numbers(medians);
    }

    private int cell(int rep, int month) {
        if (month < firstMonth || month > lastMonth()) {
            throw new IndexOutOfBoundsException(
                    "There is no month " + TimeScale.MONTH.format(month));
        }
        return rep * months + month - firstMonth;
    }
}
