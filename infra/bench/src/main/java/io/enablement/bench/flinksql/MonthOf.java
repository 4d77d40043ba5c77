package io.enablement.bench.flinksql;

import io.enablement.bench.question.Months;
import org.apache.flink.table.functions.ScalarFunction;

/** The first day of the month of a time in microseconds. */
public final class MonthOf extends ScalarFunction {

    private static final long serialVersionUID = 1;

    public String eval(Long micros) {
        return Months.of(micros);
    }
}
