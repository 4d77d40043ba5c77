package io.enablement.impact.panel;

import io.enablement.domain.deal.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/** A rep's month as it is read. */
record SalesRow(String rep, int month, long[] amounts, double medianCycleDays) {

    static SalesRow of(ResultSet rows) throws SQLException {
        long[] amounts = new long[SalesMonths.PARTS.size()];
        for (int part = 0; part < amounts.length; part++) {
            amounts[part] = rows.getLong(part + 3);
        }
        double median = rows.getDouble("median");
        return new SalesRow(
                rows.getString("rep_id"),
                rows.getInt("at"),
                amounts,
                rows.wasNull() ? Double.NaN : median);
    }

    /**
     * The months of everybody who sold or is employed, from the first to the last month in which
     * anything was created, qualified or closed: quotas reach further in both directions.
     */
    static SalesMonths months(List<SalesRow> rows, List<Spell> spells) {
        TreeSet<String> reps = new TreeSet<>();
        rows.forEach(row -> reps.add(row.rep));
        spells.forEach(spell -> reps.add(spell.rep()));
        int first =
                rows.stream().filter(SalesRow::isBusy).mapToInt(SalesRow::month).min().orElse(0);
        int last =
                rows.stream().filter(SalesRow::isBusy).mapToInt(SalesRow::month).max().orElse(-1);
        SalesMonths sales = new SalesMonths(List.copyOf(reps), first, last - first + 1);
        for (SalesRow row : rows) {
            if (row.month >= first && row.month <= last) {
                row.addTo(sales);
            }
        }
        return sales;
    }

    private boolean isBusy() {
        for (int part = 0; part < amounts.length; part++) {
            if (amounts[part] != 0 && SalesMonths.PARTS.get(part) != Part.QUOTA) {
                return true;
            }
        }
        return false;
    }

    private void addTo(SalesMonths sales) {
        int place = sales.place(rep);
        for (int part = 0; part < amounts.length; part++) {
            sales.add(SalesMonths.PARTS.get(part), place, month, amounts[part]);
        }
        sales.setMedianCycleDays(place, month, medianCycleDays);
    }
}
