package io.enablement.intake;

import java.util.List;

/** When an event of a mapping applies: a column holds one of the values, or is empty or not. */
record Condition(String column, List<String> in, Emptiness emptiness) {

    /** What is asked about an empty column. */
    enum Emptiness {
        ANY,
        EMPTY,
        NOT_EMPTY
    }

    boolean holds(CsvRow row) {
        String value = row.get(column);
        return switch (emptiness) {
            case ANY -> in.contains(value);
            case EMPTY -> value.isEmpty();
            case NOT_EMPTY -> !value.isEmpty();
        };
    }
}
