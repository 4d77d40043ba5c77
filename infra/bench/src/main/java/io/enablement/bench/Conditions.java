package io.enablement.bench;

import com.sun.management.OperatingSystemMXBean;
import io.enablement.bench.contest.Database;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;

/** Where and when the run took place: machine, versions and the load before and after it. */
record Conditions(long startedNanos, double loadBefore) {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double GIBIBYTE = 1L << 30;

    static Conditions now() {
        return new Conditions(System.nanoTime(), SYSTEM.getSystemLoadAverage());
    }

    /** Since the start. */
    double seconds() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    Map<String, Object> until(String versions, long eventsOfRun, int rounds) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("cores", Runtime.getRuntime().availableProcessors());
        conditions.put("memory_gib", Math.round(SYSTEM.getTotalMemorySize() / GIBIBYTE));
        conditions.put(
                "system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        conditions.put("java", System.getProperty("java.vm.version"));
        conditions.put("load_before", loadBefore);
        conditions.put("load_after", SYSTEM.getSystemLoadAverage());
        conditions.put("versions", versions);
        conditions.put("events_of_run", eventsOfRun);
        conditions.put("rounds", rounds);
        conditions.put("seconds", Math.round(seconds()));
        return conditions;
    }

    /** Of everything that is compared. */
    static String versions(Database server) throws SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
            return "Flink %s, Kafka %s, ClickHouse %s, DuckDB %s"
                    .formatted(
                            EnvironmentInformation.getVersion(),
                            AppInfoParser.getVersion(),
                            server.ask("SELECT version()").get(0),
                            duckDb.getMetaData().getDatabaseProductVersion());
        }
    }
}
