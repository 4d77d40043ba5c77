package io.enablement.bench.pipeline;

import io.enablement.bench.contest.Contestant;
import io.enablement.bench.contest.Database;
import io.enablement.bench.contest.Race;
import io.enablement.streaming.job.JobSettings;
import io.enablement.streaming.job.MeasuredJob;
import io.enablement.streaming.job.Messages;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The product's job in catch-up, parallelism 2, with everything it does: all numbers, history of
 * every deal and rep, corrections, the exactly-once sink. Each run writes a generation of its own.
 */
public final class Pipeline implements Contestant {

    private static final Pattern EVERY = Pattern.compile("every (\\d+s)");
    private static final List<String> RESULTS =
            List.of(
                    "deal",
                    "deal_stage",
                    "rep",
                    "quota",
                    "programme",
                    "rep_month",
                    "content_month",
                    "exposure",
                    "cohort_metric",
                    "rep_ledger",
                    "membership_ledger");

    private Race race;

    @Override
    public void run(Race now) throws Exception {
        forgetLast();
        race = now;
        environment(now, new BoundedTopics(now.kafka(), now.set())).execute(now.variant());
    }

    /** The job, as the variant says, in this process. */
    static StreamExecutionEnvironment environment(Race race, Messages messages) {
        JobSettings settings = settings(race);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(flink(settings));
        build(env, settings, race, messages);
        return env;
    }

    /** The same in an environment that is there. */
    public static void build(
            StreamExecutionEnvironment env, JobSettings settings, Race race, Messages messages) {
        MeasuredJob.build(
                env,
                settings,
                messages,
                race.variant().contains("ledgers") ? new Everything() : new EverythingButLedgers());
    }

    @Override
    public List<String> numbers() {
        return database()
                .ask(
                        """
                        SELECT programme_id, cohort, deal_type, toString(month), sum(created) AS c,
                            sum(won) AS w, sum(lost) AS l, sum(won_amount) AS a, sum(content_uses) AS u
                        FROM cohort_metric FINAL
                        WHERE generation = %d AND basis = 'assigned'
                        GROUP BY ALL
                        HAVING (c, w, l, a, u) != (0, 0, 0, 0, 0)
                        ORDER BY ALL
                        """
                                .formatted(race.number()));
    }

    @Override
    public Map<String, Double> extras() {
        Map<String, Double> extras = new LinkedHashMap<>();
        for (String table : RESULTS) {
            extras.put("rows " + table, rows(table));
        }
        extras.put("state bytes", LastCheckpoint.bytes());
        return extras;
    }

    private double rows(String table) {
        return database()
                .number(
                        "SELECT count() FROM %s WHERE generation = %d"
                                .formatted(table, race.number()));
    }

    /** The next run shall not pay for merging what the last one wrote. */
    private void forgetLast() {
        if (race != null) {
            for (String table : RESULTS) {
                database().ask("ALTER TABLE %s DROP PARTITION %d".formatted(table, race.number()));
            }
        }
    }

    private Database database() {
        return Database.of(race);
    }

    /** Of the product's job, as the race and its variant say. */
    public static JobSettings settings(Race race) {
        List<String> flags =
                new ArrayList<>(
                        List.of(
                                "--clickhouse",
                                race.clickHouse(),
                                "--clickhouse-user",
                                race.user(),
                                "--clickhouse-password",
                                race.password(),
                                "--clickhouse-database",
                                race.database(),
                                "--generation",
                                Integer.toString(race.number()),
                                "--parallelism",
                                Integer.toString(Ceiling.PARALLELISM),
                                "--state-backend",
                                race.variant().contains("rocksdb") ? "rocksdb" : "hashmap",
                                "--checkpoints",
                                race.place().toUri().toString(),
                                "--checkpoint-interval",
                                interval(race)));
        return JobSettings.of(Map.of(), flags.toArray(String[]::new));
    }

    /** Without checkpoints there is one all the same: at the end of the input, to commit it. */
    private static String interval(Race race) {
        if (race.variant().contains("no checkpoints")) {
            return "24h";
        }
        Matcher every = EVERY.matcher(race.variant());
        return every.find() ? every.group(1) : "5s";
    }

    private static Configuration flink(JobSettings settings) {
        Configuration flink = settings.flink();
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        flink.setString(
                "metrics.reporter.last-checkpoint.factory.class",
                LastCheckpointFactory.class.getName());
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(192));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(192));
        return flink;
    }

    /** Every table. */
    private record Everything() implements Predicate<String>, Serializable {

        @Override
        public boolean test(String table) {
            return true;
        }
    }

    /** All tables but the proof of the numbers. */
    private record EverythingButLedgers() implements Predicate<String>, Serializable {

        @Override
        public boolean test(String table) {
            return !table.endsWith("_ledger");
        }
    }
}
