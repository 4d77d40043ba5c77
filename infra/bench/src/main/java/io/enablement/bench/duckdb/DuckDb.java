package io.enablement.bench.duckdb;

import io.enablement.bench.contest.Clock;
import io.enablement.bench.contest.Contestant;
import io.enablement.bench.contest.Race;
import io.enablement.bench.events.EventTopics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duckdb.DuckDBConnection;

/**
 * A batch in DuckDB: each partition is read by a thread with a consumer and appenders of its own,
 * then one query gives the numbers. The database is in memory.
 */
public final class DuckDb implements Contestant {

    private static final List<String> TABLES =
            List.of(
                    """
                    CREATE TABLE deal_event (deal_id VARCHAR, kind VARCHAR, happened_at BIGINT,
                        owner VARCHAR, amount BIGINT, deal_type VARCHAR)
                    """,
                    """
                    CREATE TABLE enrolment (rep_id VARCHAR, programme_id VARCHAR, happened_at BIGINT)
                    """,
                    """
                    CREATE TABLE content_use (rep_id VARCHAR, identity VARCHAR, happened_at BIGINT)
                    """,
                    "CREATE MACRO month_of(t) AS date_trunc('month', make_timestamp(t))::DATE");

    private static final String NUMBERS =
            """
            WITH
                folded AS MATERIALIZED (
                    SELECT deal_id,
                        any_value(owner) FILTER (WHERE kind = 'CREATED') AS creator,
                        coalesce(any_value(deal_type) FILTER (WHERE kind = 'CREATED'), '') AS deal_type,
                        min(happened_at) FILTER (WHERE kind = 'CREATED') AS created_at,
                        arg_max(kind, happened_at) FILTER (WHERE kind IN ('WON', 'LOST', 'REOPENED')) AS outcome,
                        max(happened_at) FILTER (WHERE kind IN ('WON', 'LOST', 'REOPENED')) AS outcome_at,
                        arg_max(amount, happened_at) FILTER (WHERE amount IS NOT NULL) AS amount
                    FROM deal_event
                    GROUP BY deal_id
                    HAVING count(*) FILTER (WHERE kind = 'DELETED') = 0
                ),
                closed AS (
                    SELECT arg_max(event.owner, event.happened_at) AS rep_id,
                        any_value(deal.deal_type) AS deal_type,
                        month_of(any_value(outcome_at)) AS month_day,
                        any_value(outcome) AS outcome, any_value(deal.amount) AS amount
                    FROM folded AS deal JOIN deal_event AS event
                        ON event.deal_id = deal.deal_id AND event.happened_at <= deal.outcome_at
                    WHERE outcome IN ('WON', 'LOST') AND event.kind IN ('CREATED', 'OWNER_CHANGED')
                    GROUP BY deal.deal_id
                ),
                part AS (
                    SELECT creator AS rep_id, deal_type, month_of(created_at) AS month_day,
                        1 AS created, 0 AS won, 0 AS lost, 0 AS won_amount, 0 AS content_uses
                    FROM folded WHERE created_at IS NOT NULL
                    UNION ALL
                    SELECT rep_id, deal_type, month_day, 0, (outcome = 'WON')::INT,
                        (outcome = 'LOST')::INT, if(outcome = 'WON', amount, 0), 0
                    FROM closed
                    UNION ALL
                    SELECT rep_id, '', month_of(happened_at), 0, 0, 0, 0, count(DISTINCT identity)
                    FROM content_use GROUP BY ALL
                ),
                rep_month AS (
                    SELECT rep_id, deal_type, month_day, sum(created) AS created, sum(won) AS won,
                        sum(lost) AS lost, sum(won_amount) AS won_amount,
                        sum(content_uses) AS content_uses
                    FROM part GROUP BY ALL
                ),
                exposure AS (
                    SELECT rep_id, programme_id, strftime(month_of(min(happened_at)), '%Y-%m') AS cohort
                    FROM enrolment GROUP BY ALL
                )
            SELECT concat_ws(chr(9), programme_id, cohort, deal_type, month_day, sum(created),
                sum(won), sum(lost), sum(won_amount), sum(content_uses)) AS line
            FROM rep_month JOIN exposure USING (rep_id)
            GROUP BY programme_id, cohort, deal_type, month_day
            ORDER BY programme_id, cohort, deal_type, month_day
            """;

    private List<String> numbers = List.of();
    private double querySeconds;

    @Override
    public void run(Race race) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 2");
            for (String table : TABLES) {
                statement.execute(table);
            }
            load(race, connection.unwrap(DuckDBConnection.class));
            long asked = System.nanoTime();
            numbers = lines(statement);
            querySeconds = (System.nanoTime() - asked) / 1e9;
        }
        Clock.eventIsRead();
    }

    @Override
    public List<String> numbers() {
        return numbers.stream().sorted().toList();
    }

    @Override
    public Map<String, Double> extras() {
        return Map.of("query seconds", querySeconds);
    }

    private static void load(Race race, DuckDBConnection database) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(EventTopics.PARTITIONS);
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (int partition = 0; partition < EventTopics.PARTITIONS; partition++) {
                LoadPartition load = new LoadPartition(race, database, partition);
                parts.add(threads.submit(load));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> lines(Statement statement) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(NUMBERS)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
