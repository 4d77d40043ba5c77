package io.enablement.streaming.sink;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The checkpoints of one job and generation that readers may see: table pipeline_status. */
final class PipelineStatus {
    /** Stands for "none": Flink counts checkpoints from 1. */
    static final long NOTHING = 0;

    private final ClickHouse clickHouse;
    private final String job;
    private final long generation;

    PipelineStatus(ClickHouse clickHouse, SinkSettings settings) {
        this.clickHouse = clickHouse;
        this.job = settings.job();
        this.generation = settings.generation();
    }

    /** The last published checkpoint. */
    long published() throws IOException {
        return clickHouse.number(
                """
                SELECT max(checkpoint) FROM pipeline_status
                WHERE job = '%s' AND generation = %d
                """
                        .formatted(job, generation));
    }

    /**
     * The last checkpoint of the job that has left a row in one of the tables. It can be ahead of
     * the last published one by what a crash left unpublished.
     */
    long written(List<Table> tables) throws IOException {
        String greatest =
                tables.stream()
                        .map(this::greatestCheckpoint)
                        .collect(Collectors.joining(" UNION ALL "));
        return clickHouse.number("SELECT max(checkpoint) FROM (%s)".formatted(greatest));
    }

    /** Publishes a checkpoint; one that is already published keeps its row. */
    void publish(long checkpoint) throws IOException {
        clickHouse.execute(publication(job, generation, checkpoint));
    }

    /** The token settles two publishers at once, the condition one after a long time. */
    static String publication(String job, long generation, long checkpoint) {
        return """
        INSERT INTO pipeline_status (job, generation, checkpoint, committed_at, watermark, \
        greatest_occurred_at, records_in, dead_letters, duplicates)
        SETTINGS async_insert = 0, insert_deduplicate = 1, \
        insert_deduplication_token = '%1$s:%2$d:pipeline_status:%3$d'
        SELECT '%1$s', %2$d, %3$d, now64(6, 'UTC'), \
        watermark, occurred_at, records_in, dead_letters, duplicates
        FROM (
            SELECT
                mapFromArrays(
                    groupArrayIf(source, recorded_at IS NOT NULL),
                    groupArrayIf(assumeNotNull(recorded_at), recorded_at IS NOT NULL)
                ) AS watermark,
                max(occurred_at) AS occurred_at,
                mapFromArrays(groupArray(source), groupArray(records)) AS records_in,
                sum(dead_letters) AS dead_letters,
                sum(duplicates) AS duplicates
            FROM (
                SELECT
                    toString(source) AS source,
                    max(greatest_recorded_at) AS recorded_at,
                    max(greatest_occurred_at) AS occurred_at,
                    sum(records) AS records,
                    sum(dead_letters) AS dead_letters,
                    sum(duplicates) AS duplicates
                FROM source_progress
                WHERE generation = %2$d AND checkpoint = %3$d AND job = '%1$s'
                GROUP BY source
                ORDER BY source
            )
        )
        WHERE (
            SELECT count() FROM pipeline_status
            WHERE job = '%1$s' AND generation = %2$d AND checkpoint = %3$d
        ) = 0
        """
                .formatted(job, generation, checkpoint);
    }

    private String greatestCheckpoint(Table table) {
        String greatest =
                "SELECT max(%s) AS checkpoint FROM %s WHERE generation = %d"
                        .formatted(table.checkpointColumn(), table.name(), generation);
        return table.shared() ? greatest + " AND job = '%s'".formatted(job) : greatest;
    }
}
