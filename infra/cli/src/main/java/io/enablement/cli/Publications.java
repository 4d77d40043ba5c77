package io.enablement.cli;

import io.enablement.streaming.job.CohortMetricsJob;
import java.util.Map;

/** The checkpoints of the job whose results are visible in ClickHouse. */
final class Publications {

    private final ClickHouse clickHouse;
    private final Map<String, String> job;

    Publications(ClickHouse clickHouse, long generation) {
        this.clickHouse = clickHouse;
        this.job = Map.of("job", CohortMetricsJob.NAME, "generation", Long.toString(generation));
    }

    /** The number of the last one, 0 before the first. */
    long last() {
        return Long.parseLong(
                clickHouse.value(
                        "SELECT max(checkpoint) FROM pipeline_status WHERE job = {job:String} AND generation = {generation:UInt32}",
                        job));
    }
}
