package io.enablement.cli.stack;

import io.enablement.cli.clickhouse.ClickHouse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The checkpoints of jobs whose results are visible in ClickHouse. */
public record Publications(ClickHouse clickHouse, List<StackJob> jobs) {

    /** The number of each job's last one, 0 before its first. */
    public Map<StackJob, Long> last() {
        Map<StackJob, Long> last = new LinkedHashMap<>();
        jobs.forEach(job -> last.put(job, last(job)));
        return last;
    }

    private long last(StackJob job) {
        return Long.parseLong(
                clickHouse.value(
                        "SELECT max(checkpoint) FROM pipeline_status WHERE job = {job:String} AND generation = {generation:UInt32}",
                        Map.of("job", job.name(), "generation", Long.toString(job.generation()))));
    }
}
