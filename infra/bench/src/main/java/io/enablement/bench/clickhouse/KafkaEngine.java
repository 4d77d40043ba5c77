package io.enablement.bench.clickhouse;

import io.enablement.bench.contest.Clock;
import io.enablement.bench.contest.Contestant;
import io.enablement.bench.contest.Database;
import io.enablement.bench.contest.Race;
import io.enablement.bench.events.EventTopics;
import io.enablement.bench.question.KafkaEnds;
import io.enablement.domain.event.Family;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * ClickHouse alone: Kafka engine tables, materialized views into one table for each topic, and one
 * query for the numbers. Repeated messages need not be removed: the query takes the same from them.
 */
public final class KafkaEngine implements Contestant {

    private static final String DEALS =
            """
            deal_id String, source String, id String, kind String, occurred_at DateTime64(6, 'UTC'),
            owner Nullable(String), amount_minor Nullable(Int64), deal_type Nullable(String)
            """;
    private static final String TRAININGS =
            "rep_id String, programme_id String, kind String, occurred_at DateTime64(6, 'UTC')";
    private static final String CONTENTS =
            "rep_id Nullable(String), source String, id String, occurred_at DateTime64(6, 'UTC')";

    private static final Map<Family, String> COLUMNS =
            Map.of(Family.DEAL, DEALS, Family.TRAINING, TRAININGS, Family.CONTENT, CONTENTS);
    private static final Map<Family, String> KEYS =
            Map.of(
                    Family.DEAL, "deal_id",
                    Family.TRAINING, "rep_id",
                    Family.CONTENT, "assumeNotNull(rep_id)");

    private static final String QUEUE =
            """
            CREATE TABLE %1$s_queue (%2$s) ENGINE = Kafka SETTINGS
                kafka_broker_list = '%3$s',
                kafka_topic_list = '%4$s',
                kafka_group_name = '%5$s_%1$s',
                kafka_format = 'AvroConfluent',
                format_avro_schema_registry_url = '%6$s',
                kafka_num_consumers = %7$d,
                kafka_thread_per_consumer = 1,
                kafka_max_block_size = 100000,
                kafka_flush_interval_ms = 1000
            """;

    private static final String NUMBERS =
            """
            WITH
                folded AS
                (
                    SELECT
                        anyIf(owner, kind = 'CREATED') AS creator,
                        ifNull(anyIf(deal_type, kind = 'CREATED'), '') AS deal_type,
                        countIf(kind = 'CREATED') > 0 AS is_created,
                        minIf(occurred_at, kind = 'CREATED') AS created_at,
                        argMaxIf(kind, occurred_at, kind IN ('WON', 'LOST', 'REOPENED')) AS outcome,
                        maxIf(occurred_at, kind IN ('WON', 'LOST', 'REOPENED')) AS outcome_at,
                        argMaxIf(amount_minor, occurred_at, amount_minor IS NOT NULL) AS amount,
                        groupArrayIf((occurred_at, ifNull(owner, '')), kind IN ('CREATED', 'OWNER_CHANGED')) AS owners
                    FROM deal_event
                    GROUP BY deal_id
                    HAVING countIf(kind = 'DELETED') = 0
                ),
                part AS
                (
                    SELECT ifNull(creator, '') AS rep_id, lower(deal_type) AS deal_type,
                        toStartOfMonth(created_at) AS month, 1 AS created, 0 AS won, 0 AS lost,
                        0 AS won_amount, 0 AS content_uses
                    FROM folded WHERE is_created
                    UNION ALL
                    SELECT arrayMax(arrayFilter(o -> o.1 <= outcome_at, owners)).2, lower(deal_type),
                        toStartOfMonth(outcome_at), 0, outcome = 'WON', outcome = 'LOST',
                        if(outcome = 'WON', ifNull(amount, 0), 0), 0
                    FROM folded WHERE outcome IN ('WON', 'LOST')
                    UNION ALL
                    SELECT ifNull(rep_id, ''), '', toStartOfMonth(occurred_at), 0, 0, 0, 0,
                        uniqExact(source, id)
                    FROM content_event GROUP BY ALL
                ),
                rep_month AS
                (
                    SELECT rep_id, deal_type, month, sum(created) AS created, sum(won) AS won,
                        sum(lost) AS lost, sum(won_amount) AS won_amount,
                        sum(content_uses) AS content_uses
                    FROM part GROUP BY rep_id, deal_type, month
                ),
                exposure AS
                (
                    SELECT rep_id, programme_id, formatDateTime(min(occurred_at), '%Y-%m') AS cohort
                    FROM training_event WHERE kind = 'ENROLLED' GROUP BY rep_id, programme_id
                )
            SELECT programme_id, cohort, deal_type, toString(month), sum(created), sum(won),
                sum(lost), sum(won_amount), sum(content_uses)
            FROM rep_month INNER JOIN exposure USING (rep_id)
            GROUP BY ALL
            ORDER BY ALL
            """;

    private static final long PATIENCE_SECONDS = 600;

    private Database server;
    private Database database;
    private List<String> numbers = List.of();
    private double querySeconds;

    @Override
    public void run(Race race) throws Exception {
        drop();
        server = Database.of(race);
        String name = "kafka_engine_" + race.number();
        server.ask("CREATE DATABASE " + name);
        database = new Database(race.clickHouse(), race.user(), race.password(), name);
        try (SchemaRegistry registry = SchemaRegistry.start()) {
            for (Family family : EventTopics.ASKED) {
                createTables(race, family, registry);
            }
            Clock.eventIsRead();
            for (Family family : EventTopics.ASKED) {
                database.ask(
                        "CREATE MATERIALIZED VIEW %1$s_view TO %1$s_event AS SELECT * FROM %1$s_queue"
                                .formatted(family.label()));
            }
            awaitEvents(race);
            long asked = System.nanoTime();
            numbers = database.ask(NUMBERS);
            querySeconds = (System.nanoTime() - asked) / 1e9;
        }
    }

    @Override
    public List<String> numbers() {
        return numbers;
    }

    @Override
    public Map<String, Double> extras() {
        return Map.of("query seconds", querySeconds);
    }

    private void createTables(Race race, Family family, SchemaRegistry registry) {
        database.ask(
                QUEUE.formatted(
                        family.label(),
                        COLUMNS.get(family),
                        race.kafka(),
                        race.set() + EventTopics.FRAMED + family.topic(),
                        database.name(),
                        registry.url(),
                        EventTopics.PARTITIONS));
        database.ask(
                "CREATE TABLE %s_event (%s) ENGINE = MergeTree ORDER BY %s"
                        .formatted(
                                family.label().toLowerCase(Locale.ROOT),
                                COLUMNS.get(family),
                                KEYS.get(family)));
    }

    private void awaitEvents(Race race) throws IOException, InterruptedException {
        long expected = 0;
        for (Family family : EventTopics.ASKED) {
            expected +=
                    KafkaEnds.records(
                            race.kafka(), race.set() + EventTopics.FRAMED + family.topic());
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (stored() < expected) {
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "Stored %d of %d events; %s"
                                .formatted(stored(), expected, database.ask(EXCEPTIONS)));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static final String EXCEPTIONS =
            "SELECT arrayStringConcat(exceptions.text, ' ') FROM system.kafka_consumers";

    private long stored() {
        return database.number(
                """
                SELECT (SELECT count() FROM deal_event) + (SELECT count() FROM training_event)
                    + (SELECT count() FROM content_event)
                """);
    }

    /** What was stored must not be merged while others run. */
    private void drop() {
        if (database != null) {
            server.ask("DROP DATABASE " + database.name());
        }
    }
}
