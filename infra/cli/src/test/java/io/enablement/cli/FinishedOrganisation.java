package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.OpenClickHouse;
import io.enablement.impact.journeys.ModelRun;
import io.enablement.impact.roi.Margin;
import io.enablement.impact.run.ImpactRun;
import io.enablement.impact.run.ImpactSettings;
import io.enablement.simulation.DisorderProfile;
import io.enablement.simulation.Progress;
import io.enablement.simulation.Simulation;
import io.enablement.simulation.SimulationSettings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A simulated organisation that went the whole way, its effects and models estimated: what people
 * look at. It is made once a build and copied for each who opens it.
 *
 * @param directory of a local stack, of which the ClickHouse alone is there
 * @param records sent to Kafka
 */
public record FinishedOrganisation(Path directory, long records) {

    /** A deal whose name is a script, and no more than text. */
    public static final String SCRIPT = "<script>document.title='broken'</script>";

    private static final SimulationSettings SETTINGS =
            SimulationSettings.standard(60, 12, 7)
                    .withDisorder(new DisorderProfile(3_000, 0.1, 0.02));
    private static final ImpactSettings IMPACT =
            new ImpactSettings(List.of(), 20, 1, new Margin(0.6, "finance"), 0.5, false);
    private static final String EVIL_DEAL =
            """
            {"family":"deal","kind":"CREATED","id":"evil-1","source":"crm","occurred_at":"2024-12-02T10:00:00Z","deal_id":"%1$s","owner":"rep-0001","stage":"contact","stage_rank":1,"amount_minor":"10.00","currency":"USD"}
            {"family":"deal","kind":"WON","id":"evil-2","source":"crm","occurred_at":"2024-12-09T10:00:00Z","deal_id":"%1$s","amount_minor":"10.00","currency":"USD"}
            """
                    .formatted(SCRIPT);

    /** The name of a build, so that no results of older code are ever looked at. */
    private static final String BUILD = System.getProperty("build.started", "alone");

    /** Whoever comes first makes it, in whichever process; the others wait and copy. */
    @SuppressWarnings("try") // The lock is only held.
    public static FinishedOrganisation copiedTo(Path folder) throws Exception {
        Path made = Path.of("target", "finished-organisation-" + BUILD).toAbsolutePath();
        Path lockFile = made.resolveSibling(made.getFileName() + ".lock");
        try (FileChannel channel =
                        FileChannel.open(
                                lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (BUILD.equals("alone") || Files.notExists(made.resolve("records"))) {
                delete(made);
                make(made);
            }
        }
        copy(made.resolve("data"), folder.resolve("data"));
        return new FinishedOrganisation(
                folder.resolve("data"), Long.parseLong(Files.readString(made.resolve("records"))));
    }

    private static void make(Path folder) throws Exception {
        Files.createDirectories(folder);
        Path events = folder.resolve("events.jsonl.gz");
        Path evil = Files.writeString(folder.resolve("evil.jsonl"), EVIL_DEAL);
        Path rates = folder.resolve("rates.csv");
        Path data = folder.resolve("data");
        long records =
                Simulation.write(SETTINGS, events, folder.resolve("truth.json"), Progress.NONE)
                        .arrivals()
                        .events();
        Simulation.writeRates(SETTINGS, rates);
        CommandLineProcess.Ended ended =
                CommandLineProcess.run("process", events, evil, "--rates", rates, "--data", data);
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        try (OpenClickHouse open = OpenClickHouse.on(data)) {
            ClickHouse.at(open.url(), open.credentials(), "default")
                    .run(
                            connection -> {
                                new ModelRun(1, 20, 1).run(connection);
                                return new ImpactRun(connection, IMPACT, step -> {}).run();
                            });
        }
        for (String part : List.of("kafka", "flink")) {
            delete(data.resolve(part));
        }
        Files.writeString(
                folder.resolve("records"), Long.toString(records + EVIL_DEAL.lines().count()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : (Iterable<Path>) files::iterator) {
                // The links in a ClickHouse lead from one of its folders to another.
                Files.copy(each, to.resolve(from.relativize(each)), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(each);
            }
        }
    }
}
