package io.enablement.cli.scorecard;

import java.util.Locale;

/** How long the periods of a scorecard are. */
public enum PeriodKind {
    MONTH,
    QUARTER,
    YEAR,
    ALL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Above a column of periods. */
    String heading() {
        return this == ALL ? "Period" : name().charAt(0) + toString().substring(1);
    }
}
