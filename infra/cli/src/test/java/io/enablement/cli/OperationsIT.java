package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Failure;
import io.enablement.cli.generations.Generations;
import io.enablement.local.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One stack, on which a deal over 100 EUR was won, from its first generation of results to its
 * second by another rate, back again, on without the second, into a backup, and at rest to a third.
 * Each test goes on where the one before it ended.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OperationsIT {

    /**
     * The same amount as the scorecard, the result, the ledger, the deal and its credits have it.
     */
    private static final String AMOUNTS =
            """
            SELECT won_amount_minor, month.won_amount, deal.reporting_minor,
                (SELECT sum(amount) FROM current_rep_ledger WHERE part = 'won_amount') AS ledgered,
                (SELECT sum(amount_minor) FROM current_attribution_credit WHERE model = 'linear')
                    AS attributed
            FROM company_scorecard AS company
            CROSS JOIN current_rep_month AS month
            CROSS JOIN (SELECT sum(reporting_minor) AS reporting_minor FROM current_deal) AS deal
            WHERE period_kind = 'all' AND company.deal_type = 'all' AND month.won > 0
            """;

    @TempDir private static Path folder;
    private static Path data;
    private static CommandLineProcess stack;
    private static ClickHouse clickHouse;

    @BeforeAll
    static void win() throws Exception {
        data = folder.resolve("data");
        Path rates = Files.writeString(folder.resolve("old.csv"), rates("1.1"));
        stack =
                CommandLineProcess.start(
                        "up",
                        "--no-dashboard",
                        "--data",
                        data,
                        "--checkpoint-interval",
                        "1s",
                        "--rates",
                        rates);
        stack.awaitLine(line -> line.startsWith("Ready"));
        clickHouse =
                ClickHouse.at(
                        LocalStack.running(data).orElseThrow().clickHouseUrl(),
                        LocalStack.credentials(data),
                        "default");
        process("won", event("CREATED", "d-1"), event("WON", "d-1"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    @Order(0)
    void aNameComesAndGoesAndNoNumberWithIt() throws Exception {
        Path names = Files.writeString(folder.resolve("names.csv"), "rep_id,name\nrep-1,Grace\n");
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "rep_id,name\nrep-1,\n,Ada\n");

        assertThat(run("names", names, "--data", data)).contains("1 reps have a name");
        assertThat(namesOf("rep-1")).containsExactly("Grace");
        assertThat(run("forget", "rep-1", "rep-2", "--data", data))
                .contains("rep-1 is forgotten", "rep-2 had no name here");
        assertThat(namesOf("rep-1")).isEmpty();
        assertThat(amounts()).isEqualTo("11000 11000 11000 11000 11000");
        CommandLineProcess.Ended refused = CommandLineCall.run("names", wrong, "--data", data);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors())
                .contains("wrong.csv, line 2: name is missing", "wrong.csv, line 3: rep_id is");
    }

    private static List<String> namesOf(String rep) {
        return clickHouse
                .rows(
                        "SELECT name FROM rep_directory WHERE rep_id = {rep:String}",
                        Map.of("rep", rep))
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    @Order(1)
    void aRebuildStandsBesideWhatIsShown() throws Exception {
        Path rates = Files.writeString(folder.resolve("new.csv"), rates("1.2"));

        String rebuild =
                run("rebuild", "--data", data, "--rates", rates, "--checkpoint-interval", "1s");

        assertThat(rebuild).contains("Generation 2 holds", "compare 1 2", "activate 2");
        assertThat(generations()).containsExactly("1 active 2", "2 rebuilt 2");
        assertThat(amounts()).isEqualTo("11000 11000 11000 11000 11000");
    }

    @Test
    @Order(2)
    void theDifferencesNameTheirCause() throws Exception {
        CommandLineProcess.Ended compare = CommandLineCall.run("compare", "--data", data);

        assertThat(compare.exitCode()).as(compare.errors()).isEqualTo(Failure.DIFFERENCES);
        assertThat(compare.output())
                .contains(
                        "rates: ",
                        "6 of attribution_credit, ",
                        "2 of deal, 1 of journey, 3 of rep_month")
                .containsPattern("won_amount +11000 -> 12000  \\(other settings\\)")
                .containsPattern("d-1 +11000 -> 12000  test/WON-d-1");
        assertThat(execute("compare", "2", "2")).isZero();
    }

    @Test
    @Order(3)
    void aReaderSeesOneOrTheOther() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> reader =
                CompletableFuture.runAsync(
                        () -> {
                            while (!enough.get()) {
                                seen.add(amounts());
                            }
                        });

        assertThat(execute("activate", "2", "--note", "rates of the treasury")).isZero();
        awaitJobsOf(2, 1);
        assertThat(execute("rollback")).isZero();
        awaitJobsOf(1, 1);
        assertThat(execute("activate", "2")).isZero();
        awaitJobsOf(2, 2);

        String shown = amounts();
        enough.set(true);
        reader.join();
        assertThat(shown).isEqualTo("12000 12000 12000 12000 12000");
        assertThat(seen)
                .isSubsetOf("11000 11000 11000 11000 11000", "12000 12000 12000 12000 12000");
    }

    /** Catches an up that goes on writing what nobody is shown, or with its own settings. */
    @Test
    @Order(4)
    void theStackGoesOnWithTheActiveOneByItsSettings() throws Exception {
        process("another", event("CREATED", "d-2"), event("WON", "d-2"));

        assertThat(amounts()).isEqualTo("24000 24000 24000 24000 24000");
        assertThat(execute("activate", "1")).isEqualTo(Failure.BAD_USAGE);
    }

    @Test
    @Order(5)
    void aRollbackShowsTheFormerOneWhichThenCatchesUp() throws Exception {
        assertThat(execute("rollback")).isZero();

        process("duplicate", event("WON", "d-2"));

        assertThat(amounts()).isEqualTo("22000 22000 22000 22000 22000");
    }

    @Test
    @Order(6)
    void whatIsDroppedIsGoneForGood() throws Exception {
        assertThat(execute("drop", "1")).isEqualTo(Failure.BAD_USAGE);

        assertThat(execute("drop", "2")).isZero();

        assertThat(generations()).containsExactly("1 active 5", "2 dropped 0");
        assertThat(execute("activate", "2", "--force")).isEqualTo(Failure.BAD_USAGE);
        assertThat(execute("rollback")).isEqualTo(Failure.BAD_USAGE);
        assertThat(execute("rebuild", "--generation", "2")).isEqualTo(Failure.BAD_USAGE);
        assertThat(amounts()).isEqualTo("22000 22000 22000 22000 22000");
    }

    /**
     * Catches a backup whose parts are not of one moment, and a restored byte that nobody proves.
     */
    @Test
    @Order(7)
    void aBackupGoesOnElsewhereAsTheOriginalDoes() throws Exception {
        Path backup = folder.resolve("backup.zip");
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(execute("backup", "--to", backup.toString())).isEqualTo(Failure.BAD_USAGE);

        run("backup", "--to", backup, "--stop", "--data", data);
        assertThat(stack.awaitEnd().exitCode()).isZero();
        assertThat(executeOn(folder.resolve("damaged"), "restore", "--from", damaged(backup)))
                .isEqualTo(Failure.FAILED);
        assertThat(folder.resolve("damaged")).doesNotExist();
        assertThat(execute("restore", "--from", backup.toString())).isEqualTo(Failure.FAILED);
        run("restore", "--from", backup, "--data", elsewhere);
        for (Path directory : List.of(data, elsewhere)) {
            processOn(directory, "more", event("REOPENED", "d-1"), event("WON", "d-3"));
        }

        assertThat(live(elsewhere)).isEqualTo(live(data));
        assertThat(LocalStack.credentials(elsewhere).password())
                .isNotEqualTo(LocalStack.credentials(data).password());
    }

    /**
     * Catches a rebuild that needs a running stack, and one that after a crash begins another
     * generation, counts twice or never ends.
     */
    @Test
    @Order(8)
    void aRebuildAtRestGoesOnAfterItWasKilled() throws Exception {
        Object[] rebuild = {"rebuild", "--data", data, "--checkpoint-interval", "1s"};
        try (CommandLineProcess killed = CommandLineProcess.start(rebuild)) {
            killed.awaitLine(line -> line.startsWith("Stopping the job"));
            killed.kill();
        }

        CommandLineProcess.Ended goneOn = CommandLineCall.run(rebuild);

        assertThat(goneOn.exitCode()).as(goneOn.errors()).isZero();
        assertThat(goneOn.errors()).contains("generation 3 was interrupted and goes on");
        assertThat(goneOn.output()).contains("Generation 3 holds");
        assertThat(run("compare", "1", "3", "--data", data)).contains("Nothing differs");
    }

    /** Else what comes next would be read by the jobs of the generation before as well. */
    private static void awaitJobsOf(int generation, int times) throws Exception {
        stack.awaitLines(times, ("The jobs write generation " + generation)::equals);
    }

    private static int execute(String... arguments) {
        return executeOn(data, arguments);
    }

    private static int executeOn(Path directory, String... arguments) {
        List<Object> all = new ArrayList<>(List.of((Object[]) arguments));
        all.addAll(List.of("--data", directory));
        return CommandLineCall.run(all.toArray()).exitCode();
    }

    /** With one bit that is another. */
    private static String damaged(Path backup) throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        return Files.write(folder.resolve("damaged.zip"), bytes).toString();
    }

    /** Count and hash of all that is shown, and of the records behind it. */
    private static String live(Path directory) {
        String live =
                Stream.of(
                                "* FROM current_deal",
                                "* FROM current_rep_month",
                                "* FROM current_cohort_metric",
                                "* FROM current_journey",
                                "* FROM current_attribution_credit",
                                "* EXCEPT (checkpoint) FROM current_rep_ledger",
                                "topic, partition, offset, payload FROM current_event_log")
                        .map(
                                "SELECT count(), groupBitXor(cityHash64(*)) FROM (SELECT %s)"
                                        ::formatted)
                        .collect(
                                Collectors.joining(
                                        " UNION ALL ", "SELECT * FROM (", ") ORDER BY ALL"));
        return run("query", live, "--format", "TSV", "--data", directory);
    }

    private static String run(Object... arguments) {
        CommandLineProcess.Ended ended = CommandLineCall.run(arguments);
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        return ended.output();
    }

    private static void process(String name, String... events) throws Exception {
        processOn(data, name, events);
    }

    private static void processOn(Path directory, String name, String... events) throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve(name + ".jsonl"), String.join("\n", events) + "\n");
        run("process", file, "--data", directory, "--checkpoint-interval", "1s");
    }

    private static String event(String kind, String deal) {
        return "{\"family\":\"deal\",\"source\":\"test\",\"id\":\"%1$s-%2$s\",\"kind\":\"%1$s\",\"deal_id\":\"%2$s\",\"owner\":\"ann\",\"amount_minor\":\"100.00\",\"currency\":\"EUR\",\"occurred_at\":\"2025-03-01T10:00:00Z\"}"
                .formatted(kind, deal);
    }

    private static String rates(String rate) {
        return "currency,date,rate\nEUR,2025-01-01,%1$s\nEUR,2026-01-01,%1$s\n".formatted(rate);
    }

    private static String amounts() {
        return String.join(" ", clickHouse.rows(AMOUNTS, Map.of()).get(0));
    }

    /** Number, state and how many records it has read. */
    private static List<String> generations() {
        return new Generations(clickHouse)
                .all().stream()
                        .map(
                                each ->
                                        "%d %s %d"
                                                .formatted(
                                                        each.number(),
                                                        each.state(),
                                                        each.records()))
                        .toList();
    }
}
