package io.enablement.bench.sink;

import io.enablement.bench.contest.Clock;
import io.enablement.bench.contest.Contestant;
import io.enablement.bench.contest.Database;
import io.enablement.bench.contest.Race;
import io.enablement.domain.rep.Entry;
import io.enablement.domain.rep.LedgerEntry;
import io.enablement.domain.rep.MonthKey;
import io.enablement.streaming.sink.ClickHouseSettings;
import io.enablement.streaming.sink.LedgerInserts;
import io.enablement.streaming.sink.SinkSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Inserts as many ledger entries as the race has events: by JDBC batches, by JDBC's binary writer,
 * by the product's sink, or the engine by itself from a file. Each run has a table of its own with
 * the columns, the sort key and the deduplication window of the product's ledger.
 */
public final class SinkContestant implements Contestant {

    /** As many as the product's blocks have, so that the engine's work is the same. */
    private static final int ROWS_PER_BATCH = SinkSettings.ROWS_PER_BLOCK;

    /** CPU of this process for the first tenth of the rows. */
    public static final String SMALL_MICROS = "cpu micros of a tenth";

    /** CPU of this process for making the rows, which is no part of inserting them. */
    public static final String MAKING_MICROS = "cpu micros of making";

    /** What is inserted before everything else, to know what an insert costs beside its rows. */
    public static final double SMALL_PART = 0.1;

    private static final double NANOS_OF_MICRO = 1e3;

    private Race race;
    private long stored;
    private double smallMicros;
    private double makingMicros;
    private long made;

    @Override
    public void run(Race now) throws Exception {
        race = now;
        smallMicros = insert(new Entries((long) (now.events() * SMALL_PART))) / NANOS_OF_MICRO;
        makingMicros = make(new Entries(now.events())) / NANOS_OF_MICRO;
        Clock.reset();
        insert(new Entries(now.events()));
        stored = Database.of(now).number("SELECT count() FROM %s.rep_ledger".formatted(name()));
        if (stored != now.events()) {
            throw new IllegalStateException("Stored %d of %d".formatted(stored, now.events()));
        }
    }

    private long make(Entries entries) {
        long before = Clock.cpuNanos();
        for (LedgerEntry entry : entries) {
            made += entry.entry().amount();
        }
        return Clock.cpuNanos() - before;
    }

    /** Into a new table; gives the nanoseconds of this process's CPU. */
    private long insert(Entries entries) throws Exception {
        Database database = Database.of(race);
        database.ask("DROP DATABASE IF EXISTS " + name());
        database.ask("CREATE DATABASE " + name());
        database.ask(
                "CREATE TABLE %s.rep_ledger AS %s.rep_ledger".formatted(name(), race.database()));
        long before = Clock.cpuNanos();
        switch (race.variant()) {
            case "jdbc" -> jdbc(entries, new Properties());
            case "jdbc binary" -> jdbc(entries, binary());
            case "ours" -> ours(entries);
            case "engine" -> engine(entries);
            default -> throw new IllegalArgumentException(race.variant());
        }
        return Clock.cpuNanos() - before;
    }

    /** The sums that all of them must have stored. */
    @Override
    public List<String> numbers() {
        Database database = Database.of(race);
        List<String> sums =
                database.ask(
                        """
                        SELECT count(), sum(cityHash64(rep_id, team, role, region, deal_type, month, part,
                            bucket, subject, amount, cause_family, cause_source, cause_id))
                        FROM %s.rep_ledger
                        """
                                .formatted(name()));
        database.ask("DROP DATABASE " + name());
        return sums;
    }

    private String name() {
        return "sink_" + race.number();
    }

    private static Properties binary() {
        Properties properties = new Properties();
        properties.setProperty("beta.row_binary_for_simple_insert", "true");
        return properties;
    }

    private void jdbc(Entries entries, Properties properties) throws SQLException {
        properties.setProperty("user", race.user());
        properties.setProperty("password", race.password());
        properties.setProperty("clickhouse_setting_async_insert", "0");
        String insert =
                "INSERT INTO rep_ledger (%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        .formatted(String.join(", ", LedgerInserts.columns()));
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:clickhouse:" + race.clickHouse() + "/" + name(), properties);
                PreparedStatement statement = connection.prepareStatement(insert)) {
            Clock.eventIsRead();
            int rows = 0;
            for (LedgerEntry entry : entries) {
                bind(statement, entry);
                statement.addBatch();
                rows++;
                if (rows % ROWS_PER_BATCH == 0) {
                    statement.executeBatch();
                }
            }
            if (rows % ROWS_PER_BATCH != 0) {
                statement.executeBatch();
            }
        }
    }

    private static void bind(PreparedStatement statement, LedgerEntry value) throws SQLException {
        Entry entry = value.entry();
        MonthKey month = entry.month();
        statement.setLong(1, 1);
        statement.setLong(2, 1);
        statement.setString(3, value.repId());
        statement.setString(4, month.label().team());
        statement.setString(5, month.label().role());
        statement.setString(6, month.label().region());
        statement.setString(7, month.dealType());
        statement.setObject(8, month.month().firstDay());
        statement.setString(9, month.programmeId());
        statement.setString(10, entry.part().column());
        statement.setInt(11, entry.bucket());
        statement.setString(12, value.subject());
        statement.setLong(13, entry.amount());
        statement.setString(14, value.cause().family());
        statement.setString(15, value.cause().source());
        statement.setString(16, value.cause().id());
    }

    private void ours(Entries entries) throws Exception {
        try (LedgerInserts inserts = new LedgerInserts(settings(), 1)) {
            Clock.eventIsRead();
            for (LedgerEntry entry : entries) {
                inserts.add(entry);
            }
            inserts.commit();
        }
    }

    private ClickHouseSettings settings() {
        return new ClickHouseSettings(race.clickHouse(), race.user(), race.password(), name());
    }

    private void engine(Entries entries) throws Exception {
        Path file = Files.createDirectories(race.place()).resolve("entries.bin");
        SinkSettings sink = new SinkSettings(settings(), "bench", 1, "", "unused");
        Files.write(file, LedgerInserts.rowBinary(entries, sink));
        Clock.eventIsRead();
        Database.of(race)
                .ask(
                        """
                        INSERT INTO %1$s.rep_ledger (%2$s)
                        SELECT * FROM file('%3$s', 'RowBinary', '%4$s')
                        SETTINGS max_insert_block_size = %5$d, min_insert_block_size_rows = %5$d
                        """
                                .formatted(
                                        name(),
                                        String.join(", ", LedgerInserts.columns()),
                                        file,
                                        structure(),
                                        ROWS_PER_BATCH));
        Files.delete(file);
    }

    /** Names and types of the columns as the file has them. */
    private String structure() {
        return String.join(
                ", ",
                Database.of(race)
                        .ask(
                                """
                                SELECT name || ' ' || replaceRegexpOne(type, 'LowCardinality\\\\((.*)\\\\)', '\\\\1')
                                FROM system.columns
                                WHERE database = '%s' AND table = 'rep_ledger'
                                ORDER BY indexOf([%s], name)
                                """
                                        .formatted(
                                                name(),
                                                LedgerInserts.columns().stream()
                                                        .map(column -> "'" + column + "'")
                                                        .collect(
                                                                java.util.stream.Collectors.joining(
                                                                        ", ")))));
    }

    @Override
    public Map<String, Double> extras() {
        return Map.of(
                "rows",
                (double) stored,
                "made",
                (double) made,
                MAKING_MICROS,
                makingMicros,
                SMALL_MICROS,
                smallMicros);
    }
}
