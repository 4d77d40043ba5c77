package io.enablement.cli.explain;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.FormatOption;
import io.enablement.cli.console.UsageException;
import io.enablement.cli.console.UtcTime;
import io.enablement.domain.cohort.Basis;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells which numbers have changed since a moment, and why; what changed stands in a view. */
@Command(
        name = "restatements",
        description = {
            "Show the numbers that had been published by a moment and are others now, with the events that changed them.",
            "Of every rep and cohort, or of what --rep, --team, --programme and --cohort name."
        },
        footer = {
            "",
            "restated: the month was over and shown, and has another number now.",
            "maturing: the number looks forward by definition, like deals created that are won by now.",
            "",
            "Examples:",
            "  enablement restatements --since 2026-03-01",
            "  enablement restatements --since 2026-03-01 --programme prog-discovery --metric close_rate_count",
            "  enablement restatements --since 2026-03-01T06:00:00Z --team north --format csv"
        })
public final class RestatementsCommand implements Callable<Integer> {

    private static final String ROWS =
            """
            SELECT *
            FROM restatement(since = {since:String}, programme = {programme:String},
                basis = {basis:String}, cohort = {cohort:String}, rep = {rep:String},
                team = {team:String}, period = {period:String}, metric = {metric:String})
            WHERE {with_new:UInt8} = 1 OR standing IN ('restated', 'maturing')
            ORDER BY standing = 'restated' DESC, result, rep_id, team, programme_id, basis, cohort,
                month, part, bucket, recorded_at
            """;

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            required = true,
            description =
                    "The moment: 2026-03-01T10:00:00Z, or a date for its first moment in UTC.")
    private String since;

    @Option(
            names = "--programme",
            paramLabel = "ID",
            defaultValue = "",
            description = "The cohorts of this programme alone.")
    private String programme;

    @Option(
            names = "--basis",
            paramLabel = "KIND",
            description =
                    "What puts a rep into a cohort: ${COMPLETION-CANDIDATES} (default: both).")
    private Basis basis;

    @Option(
            names = "--cohort",
            paramLabel = "YYYY-MM",
            defaultValue = "",
            description = "This cohort of the programme alone.")
    private String cohort;

    @Option(
            names = "--rep",
            paramLabel = "ID",
            defaultValue = "",
            description = "The months of this rep alone.")
    private String rep;

    @Option(
            names = "--team",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The months of the reps of this team alone.")
    private String team;

    @Option(
            names = "--metric",
            paramLabel = "ID",
            defaultValue = "",
            description = "The parts of this metric alone.")
    private String metric;

    @Option(
            names = {"--month", "--period"},
            paramLabel = "PERIOD",
            defaultValue = "",
            description = "These months alone: 2026-03, 2026-Q1, 2026.")
    private String period;

    @Option(
            names = "--new",
            description = "Also months that were not over, or of which nothing had been shown.")
    private boolean withNew;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description =
                    "How many months of reps and cohorts the table shows (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin private FormatOption format;

    @Override
    public Integer call() {
        if (!cohort.isEmpty() && programme.isEmpty()) {
            throw new UsageException("--cohort needs --programme");
        }
        if (!programme.isEmpty() && !(rep + team).isEmpty()) {
            throw new UsageException(
                    "--programme asks for cohorts, --rep and --team for reps: not both at once");
        }
        results.ask(this::answer);
        return 0;
    }

    private void answer(ClickHouse clickHouse) {
        if (!metric.isEmpty()) {
            ExplainedMetric.of(clickHouse, metric);
        }
        Map<String, String> parameters = parameters();
        switch (format.chosen()) {
            case CSV -> clickHouse.writeCsv(ROWS, parameters, System.out);
            case JSON -> clickHouse.writeJson(ROWS, parameters, System.out);
            case TABLE ->
                    new RestatementsPrinter(clickHouse, console, limit)
                            .print(
                                    UtcTime.forPeople(parameters.get("since")),
                                    clickHouse.objects(ROWS, parameters));
        }
        System.out.flush();
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("since", UtcTime.parse("--since", since));
        parameters.put("programme", programme);
        parameters.put("basis", basis == null ? "" : basis.toString());
        parameters.put("cohort", cohort);
        parameters.put("rep", rep);
        parameters.put("team", team);
        parameters.put("period", period);
        parameters.put("metric", metric);
        parameters.put("with_new", withNew ? "1" : "0");
        return parameters;
    }
}
