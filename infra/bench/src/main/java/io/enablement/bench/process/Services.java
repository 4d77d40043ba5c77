package io.enablement.bench.process;

import io.enablement.bench.contest.Database;
import io.enablement.clickhouse.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The broker and the ClickHouse server that all contestants share, each a process of its own. */
public final class Services implements AutoCloseable {

    public static final String USER = "default";
    public static final String PASSWORD = "bench";
    public static final String DATABASE = "bench";

    private final JavaProcess broker;
    private final JavaProcess engine;
    private final String kafka;
    private final String clickHouse;

    private Services(JavaProcess broker, JavaProcess engine) {
        this.broker = broker;
        this.engine = engine;
        this.kafka = broker.readLine();
        this.clickHouse = engine.readLine();
    }

    /** With the product's tables in a database. */
    public static Services start(Path directory) {
        JavaProcess broker =
                JavaProcess.start(
                        "broker",
                        directory,
                        options(),
                        BrokerProcess.class,
                        directory.resolve("kafka").toString());
        JavaProcess engine =
                JavaProcess.start(
                        "clickhouse",
                        directory,
                        options(),
                        EngineProcess.class,
                        directory.resolve("clickhouse").toString(),
                        USER,
                        PASSWORD);
        Services services = new Services(broker, engine);
        services.makeTables(DATABASE);
        return services;
    }

    public String kafka() {
        return kafka;
    }

    public String clickHouse() {
        return clickHouse;
    }

    public Database database() {
        return new Database(clickHouse, USER, PASSWORD, DATABASE);
    }

    /** One more with the product's tables. */
    public Database newDatabase(String name) {
        makeTables(name);
        return new Database(clickHouse, USER, PASSWORD, name);
    }

    /** Takes away what a generation has left in all tables. */
    public void forget(int generation) {
        Database database = database();
        for (String table :
                database.ask(
                        """
                        SELECT name FROM system.tables
                        WHERE database = '%s' AND partition_key = 'generation'
                        """
                                .formatted(DATABASE))) {
            database.ask("ALTER TABLE %s DROP PARTITION %d".formatted(table, generation));
        }
    }

    public Duration brokerCpu() {
        return broker.cpu();
    }

    public Duration engineCpu() {
        return engine.cpu();
    }

    /** The engine has to be ended by force: it listens to nobody but its parent's end. */
    @Override
    public void close() {
        engine.end();
        broker.close();
    }

    private static List<String> options() {
        List<String> options = new ArrayList<>(ClassPath.FLINK.options());
        options.add("-Xmx1g");
        return options;
    }

    private void makeTables(String name) {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", PASSWORD);
        new Database(clickHouse, USER, PASSWORD, "default").ask("CREATE DATABASE " + name);
        Schema.apply("jdbc:clickhouse:" + clickHouse + "/" + name, login);
    }
}
