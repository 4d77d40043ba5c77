package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.console.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class CommandLineTest {

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "status",
                "down",
                "load",
                "process",
                "query",
                "scorecard",
                "explain",
                "restatements",
                "attribute",
                "effect",
                "effect-coverage",
                "feasible",
                "impact",
                "due",
                "verify",
                "glossary",
                "dead-letters",
                "refill",
                "generations",
                "rebuild",
                "compare",
                "activate",
                "rollback",
                "drop",
                "backup",
                "restore",
                "migrate",
                "simulate",
                "validate",
                "bench"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(execute(command, "--help")).isZero();
        assertThat(output.toString())
                .startsWith("Usage: enablement " + command)
                .contains("Exit codes:");
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void namesAllCommands() {
        assertThat(execute("--help")).isZero();
        assertThat(output.toString())
                .contains("demo", "up", "status", "down", "load", "process", "scorecard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fly", "load", "query", "--nonsense"})
    void refusesWhatItDoesNotKnow(String argument) {
        assertThat(execute(argument)).isEqualTo(Failure.BAD_USAGE);
        assertThat(errors.toString()).contains("--help");
    }

    @Test
    void namesAllThatIsWrongWithABenchmark() {
        assertThat(execute("bench", "--full", "--only", "speed", "--events", "9"))
                .isEqualTo(Failure.BAD_USAGE);
        assertThat(errors.toString())
                .contains("--events 9 is less than 16,000 for each round")
                .contains(
                        "--only 'speed' is none of ceiling, peers, sink, growth, batch, latency, recovery, dashboard, micro")
                .contains("--full and --only exclude each other");
    }

    @Test
    void namesAFileThatIsNotThere(@TempDir Path folder) {
        Path missing = folder.resolve("deals.jsonl");

        assertThat(execute("load", missing.toString(), "--data", folder.toString()))
                .isEqualTo(Failure.BAD_USAGE);
        assertThat(errors.toString()).isEqualToIgnoringNewLines("There is no file " + missing);
    }

    @Test
    void simulatesAnOrganisationThatItCanRead(@TempDir Path folder) {
        Path events = folder.resolve("events.jsonl.gz");
        Path truth = folder.resolve("truth.json");

        assertThat(
                        execute(
                                "simulate",
                                "--reps=8",
                                "--months=6",
                                "--out=" + events,
                                "--truth=" + truth))
                .isZero();
        assertThat(truth).isNotEmptyFile();
        assertThat(execute("validate", "--strict", events.toString())).isZero();
    }

    @Test
    void saysWhatItWouldRejectWithoutSendingAnything(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("deals.jsonl"), "{no json}\n");

        assertThat(execute("validate", file.toString())).isZero();
        assertThat(execute("validate", "--strict", file.toString()))
                .isEqualTo(Failure.DEAD_LETTERS);
    }

    @Test
    void namesEveryWrongSizeOfASimulationAtOnce(@TempDir Path folder) {
        assertThat(
                        execute(
                                "simulate",
                                "--reps=0",
                                "--months=0",
                                "--out=" + folder.resolve("e"),
                                "--truth=" + folder.resolve("t")))
                .isEqualTo(Failure.BAD_USAGE);
        assertThat(errors.toString()).contains("reps", "months");
    }

    @Test
    void namesEveryWrongSettingAtOnce(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("deals.jsonl"));

        assertThat(execute("process", file.toString(), "--zone", "Mars", "--currency", "XX"))
                .isEqualTo(Failure.BAD_USAGE);
        assertThat(errors.toString()).contains("Mars", "XX");
    }

    @Test
    void namesAColumnThatAMappingExpectsInVain(@TempDir Path folder) throws Exception {
        Path mapping =
                Files.writeString(
                        folder.resolve("mapping.yaml"),
                        """
                        source: crm
                        files:
                          - file: deals.csv
                            events:
                              - family: deal
                                kind: CREATED
                                fields:
                                  deal_id: "{nummer}"
                                  occurred_at: "2025-03-01"
                        """);
        Path file = Files.writeString(folder.resolve("deals.csv"), "number\n1\n");

        assertThat(execute("load", "--mapping", mapping.toString(), file.toString()))
                .isEqualTo(Failure.BAD_USAGE);
        assertThat(errors.toString()).contains("deals.csv has no column", "nummer");
    }

    @Test
    void asksNothingOfADirectoryWithoutAStack(@TempDir Path folder) {
        Path missing = folder.resolve("none");

        assertThat(execute("query", "SELECT 1", "--data", missing.toString()))
                .isEqualTo(Failure.BAD_USAGE);
        assertThat(missing).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--as-of=yesterday",
                "--by=week",
                "--basis=paid",
                "--cohort=2025-05",
                "--format=xml"
            })
    void refusesAScorecardThatItCannotShow(String option) {
        assertThat(execute("scorecard", option)).isEqualTo(Failure.BAD_USAGE);
        assertThat(errors.toString()).contains(option.substring(0, option.indexOf('=')));
    }

    @Test
    void namesEverythingThatCannotBeExplainedAtOnce() {
        assertThat(
                        execute(
                                "explain",
                                "--metric=deals_won",
                                "--month=2026-13",
                                "--programme=p",
                                "--cohort=May",
                                "--deal-type=large"))
                .isEqualTo(Failure.BAD_USAGE);
        assertThat(errors.toString()).contains("2026-13", "May", "large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--models=markow",
                "--models=time_decay",
                "--order=3",
                "--bootstrap=-1",
                "--separator=;",
                "--format=xml"
            })
    void refusesAnAttributionThatItCannotGive(String option, @TempDir Path folder)
            throws Exception {
        String paths = "path,total_conversions,total_conversion_value,total_null\nA > B,1,1,1\n";
        Path file = Files.writeString(folder.resolve("paths.csv"), paths);

        assertThat(execute("attribute", "--paths=" + file, option)).isEqualTo(Failure.BAD_USAGE);
        assertThat(errors.toString())
                .containsAnyOf(option.substring(0, option.indexOf('=')), "time_decay needs");
    }

    @Test
    void namesEveryLineOfAPathTableThatItCannotUse(@TempDir Path folder) throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("paths.csv"),
                        "path,total_conversions,total_null\nA > B,-1,1\n,1,1\n");

        assertThat(execute("attribute", "--paths=" + file)).isEqualTo(Failure.BAD_USAGE);
        assertThat(errors.toString())
                .startsWith("The path table " + file + " cannot be used:")
                .contains("- line 2, column total_conversions: ", "- line 3, column path: ");
        assertThat(execute("attribute", "--paths=" + folder.resolve("none.csv")))
                .isEqualTo(Failure.BAD_USAGE);
    }

    @Test
    void namesEveryNumberOfAPlanThatItCannotUse() {
        assertThat(
                        execute(
                                "feasible",
                                "--reps=1.5",
                                "--deals-per-rep=none",
                                "--baseline=25",
                                "--months=0",
                                "--icc=1",
                                "--power=100%",
                                "--alpha=0",
                                "--share-treated=-1"))
                .isEqualTo(Failure.BAD_USAGE);
        assertThat(errors.toString())
                .isEqualToNormalizingNewlines(
                        """
                        The question cannot be answered:
                        - --reps is 1.5, no whole number from 2 to 10,000,000
                        - --deals-per-rep is none, no number like 12, 0.25 or 25%
                        - --baseline is 25, not between 0 and 1 (25% is 0.25)
                        - --lift is missing
                        - --months is 0, no whole number from 1 to 120
                        - --icc is 1, not from 0 to below 1 (5% is 0.05)
                        - --alpha is 0, not between 0 and 0.5 (25% is 0.25)
                        - --power is 100%, not between 0 and 1 (25% is 0.25)
                        - --share-treated is -1, not between 0 and 1 (25% is 0.25)
                        """);
    }

    @Test
    void endsWithOneWhereNothingCouldBeProvenAndThatWasAsked() {
        String[] plan = {
            "feasible", "--reps=40", "--deals-per-rep=5", "--baseline=25%", "--lift=5%"
        };
        String[] strict =
                Stream.concat(Stream.of(plan), Stream.of("--strict")).toArray(String[]::new);

        assertThat(execute(plan)).isZero();
        assertThat(execute(strict)).isEqualTo(Failure.NOT_PROVABLE);
    }

    @Test
    void showsTheDemoWithItsOwnRatesOnly(@TempDir Path folder) throws Exception {
        Path rates = Files.writeString(folder.resolve("rates.csv"), "currency,date,rate\n");
        String data = folder.resolve("data").toString();

        assertThat(execute("demo", "--reps=8", "--data=" + data, "--rates=" + rates))
                .isEqualTo(Failure.BAD_USAGE);
        assertThat(errors.toString()).contains("--rates");
        assertThat(execute("demo", "--reps=8", "--data=" + data, "--currency=EUR"))
                .isEqualTo(Failure.BAD_USAGE);
    }

    @Test
    void estimatesTheEffectOfAPanel(@TempDir Path folder) throws Exception {
        Path panel = folder.resolve("panel.csv");
        Files.writeString(
                panel,
                "rep,month,won,start\na,1,0,2\na,2,3,2\nb,1,0,2\nb,2,5,2\nc,1,0,\nc,2,1,\nd,1,0,0\nd,2,2,0\n");
        Path svg = folder.resolve("effect.svg");

        assertThat(effect(panel, "--format=json", "--svg=" + svg)).isZero();

        assertThat(svg).content().startsWith("<svg").contains("Effect on won");
    }

    @Test
    void namesWhatIsWrongWithAPanel(@TempDir Path folder) throws Exception {
        Path panel = folder.resolve("panel.csv");
        Files.writeString(panel, "rep,month,won,start\na,1,x,2\na,1,1,2\n");

        assertThat(effect(panel)).isEqualTo(Failure.BAD_USAGE);
        assertThat(errors.toString()).contains("line 2, column won: is 'x', not a number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--controls=all",
                "--level=2",
                "--anticipation=-1",
                "--mde=0",
                "--method=ols"
            })
    void refusesSettingsOfAnEffectThatCannotBe(String option) {
        assertThat(effect(Path.of("panel.csv"), option)).isEqualTo(Failure.BAD_USAGE);
    }

    private int effect(Path panel, String... options) {
        String[] arguments =
                Stream.concat(
                                Stream.of(
                                        "effect",
                                        "--panel=" + panel,
                                        "--unit=rep",
                                        "--time=month",
                                        "--outcome=won",
                                        "--cohort=start"),
                                Stream.of(options))
                        .toArray(String[]::new);
        return execute(arguments);
    }

    private int execute(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(output, true));
        commandLine.setErr(new PrintWriter(errors, true));
        return commandLine.execute(arguments);
    }
}
