package io.enablement.bench.flinksql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.bench.contest.Contestant;
import io.enablement.bench.contest.Race;
import io.enablement.bench.question.Counts;
import io.enablement.bench.question.Published;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * Flink SQL, tuned as its documentation says (mini-batches, pre-aggregation before the join, heap
 * state), into an upsert topic: Flink has no SQL connector to ClickHouse.
 */
public final class FlinkSql implements Contestant {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SOURCE =
            """
            CREATE TABLE %1$s_message (message BYTES) WITH (
                'connector' = 'kafka',
                'properties.bootstrap.servers' = '%2$s',
                'properties.group.id' = 'flink-sql',
                'properties.max.poll.records' = '5000',
                'topic' = '%3$s%1$s-events',
                'scan.startup.mode' = 'earliest-offset',
                'scan.bounded.mode' = 'latest-offset',
                'format' = 'raw')
            """;

    private static final String RESULT =
            """
            CREATE TABLE cohort_number (
                programme_id STRING, cohort STRING, deal_type STRING, month_day STRING,
                created BIGINT, won BIGINT, lost BIGINT, won_amount BIGINT, content_uses BIGINT,
                PRIMARY KEY (programme_id, cohort, deal_type, month_day) NOT ENFORCED
            ) WITH (
                'connector' = 'upsert-kafka',
                'properties.bootstrap.servers' = '%s',
                'topic' = '%s',
                'key.format' = 'json',
                'value.format' = 'json')
            """;

    private static final String EXPOSURES =
            """
            CREATE TEMPORARY VIEW exposure AS
            SELECT rep_id, programme_id, SUBSTRING(month_of(MIN(happened_at)), 1, 7) AS cohort
            FROM training_message, LATERAL TABLE(enrolments(message))
            GROUP BY rep_id, programme_id
            """;

    private static final String REP_MONTHS =
            """
            CREATE TEMPORARY VIEW rep_month AS
            SELECT rep_id, deal_type, month_day, SUM(created) AS created, SUM(won) AS won,
                SUM(lost) AS lost, SUM(won_amount) AS won_amount, SUM(uses) AS content_uses
            FROM (
                SELECT part.rep_id, part.deal_type, part.month_day, part.created, part.won,
                    part.lost, part.won_amount, CAST(0 AS BIGINT) AS uses
                FROM (
                    SELECT fold_deal(kind, happened_at, owner, amount, deal_type) AS parts
                    FROM deal_message, LATERAL TABLE(deal_events(message))
                    GROUP BY deal_id
                ) CROSS JOIN UNNEST(parts) AS
                    part (rep_id, deal_type, month_day, created, won, lost, won_amount)
                UNION ALL
                SELECT rep_id, '', month_day, CAST(0 AS BIGINT), CAST(0 AS BIGINT),
                    CAST(0 AS BIGINT), CAST(0 AS BIGINT), COUNT(DISTINCT use_key)
                FROM content_message, LATERAL TABLE(content_uses(message))
                GROUP BY rep_id, month_day
            )
            GROUP BY rep_id, deal_type, month_day
            """;

    private static final String NUMBERS =
            """
            INSERT INTO cohort_number
            SELECT programme_id, cohort, deal_type, month_day, SUM(created), SUM(won), SUM(lost),
                SUM(won_amount), SUM(content_uses)
            FROM rep_month JOIN exposure ON rep_month.rep_id = exposure.rep_id
            GROUP BY programme_id, cohort, deal_type, month_day
            """;

    private Published result;

    @Override
    public void run(Race race) throws Exception {
        result = new Published(race.kafka(), "flink-sql-" + race.number());
        result.create();
        StreamTableEnvironment sql =
                StreamTableEnvironment.create(
                        StreamExecutionEnvironment.getExecutionEnvironment(settings(race)));
        sql.createTemporarySystemFunction("deal_events", DealEvents.class);
        sql.createTemporarySystemFunction("enrolments", Enrolments.class);
        sql.createTemporarySystemFunction("content_uses", ContentUses.class);
        sql.createTemporarySystemFunction("month_of", MonthOf.class);
        sql.createTemporarySystemFunction("fold_deal", FoldDeal.class);
        for (String family : List.of("deal", "training", "content")) {
            sql.executeSql(SOURCE.formatted(family, race.kafka(), race.set()));
        }
        sql.executeSql(RESULT.formatted(race.kafka(), result.topic()));
        sql.executeSql(EXPOSURES);
        sql.executeSql(REP_MONTHS);
        sql.executeSql(NUMBERS).await();
    }

    @Override
    public List<String> numbers() throws Exception {
        Map<String, String> counts = new TreeMap<>();
        for (String value : result.newest().values()) {
            JsonNode row = JSON.readTree(value);
            String key =
                    String.join(
                            "\t",
                            row.get("programme_id").asText(),
                            row.get("cohort").asText(),
                            row.get("deal_type").asText(),
                            row.get("month_day").asText());
            counts.put(key, counts(row).line());
        }
        return Published.lines(counts);
    }

    private static Counts counts(JsonNode row) {
        return new Counts(
                row.get("created").asLong(),
                row.get("won").asLong(),
                row.get("lost").asLong(),
                row.get("won_amount").asLong(),
                row.get("content_uses").asLong());
    }

    private static Configuration settings(Race race) {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(CoreOptions.DEFAULT_PARALLELISM, 2);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(5));
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, race.place().toUri().toString());
        settings.setString("table.exec.mini-batch.enabled", "true");
        settings.setString("table.exec.mini-batch.allow-latency", "1 s");
        settings.setString("table.exec.mini-batch.size", "5000");
        return settings;
    }
}
