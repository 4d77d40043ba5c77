package io.enablement.streaming.job;

import io.enablement.streaming.sink.ClickHouseSink;
import io.enablement.streaming.sink.ResultSink;
import java.util.function.Predicate;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job of the numbers as benchmarks run it: with other messages, and without some tables. */
public final class MeasuredJob {

    private MeasuredJob() {}

    /**
     * @param written the names of the tables whose rows go to the sink
     */
    public static void build(
            StreamExecutionEnvironment env,
            JobSettings settings,
            Messages messages,
            Predicate<String> written) {
        ClickHouseSink sink =
                new ClickHouseSink(
                        settings.sink(CohortMetricsJob.NAME),
                        ResultTables.of(settings.rules()).all());
        CohortMetricsJob.build(
                env,
                settings.rules(),
                settings.admission(),
                messages,
                new ResultSink(sink, written));
    }
}
