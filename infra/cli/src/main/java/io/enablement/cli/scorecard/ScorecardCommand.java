package io.enablement.cli.scorecard;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.FormatOption;
import io.enablement.cli.console.UsageException;
import io.enablement.cli.console.UtcTime;
import io.enablement.domain.cohort.Basis;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a scorecard; every formula stands in ClickHouse's views. */
@Command(
        name = "scorecard",
        description = {
            "Show the scorecard of the company, a team, or the cohorts of a programme beside their controls.",
            "With --programme and --team: the cohort members' months in that team."
        },
        footer = {
            "",
            "Examples:",
            "  enablement scorecard --by quarter",
            "  enablement scorecard --programme prog-discovery --basis assigned --metric reps,close_rate_count",
            "  enablement scorecard --team north --as-of 2026-03-01 --format csv"
        })
public final class ScorecardCommand implements Callable<Integer> {

    /** A page wide. */
    public static final List<String> READABLE =
            List.of(
                    "reps",
                    "deals_won",
                    "deals_lost",
                    "close_rate_count",
                    "won_amount_minor",
                    "avg_deal_amount_minor",
                    "cycle_days_won_median",
                    "quota_attainment");

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Option(
            names = "--programme",
            paramLabel = "ID",
            split = ",",
            description = "The programmes whose cohorts are shown.")
    private List<String> programmes = List.of();

    @Option(
            names = "--team",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The team that is shown.")
    private String team;

    @Option(
            names = "--basis",
            paramLabel = "KIND",
            defaultValue = "completed",
            description =
                    "What puts a rep into a cohort: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Basis basis;

    @Option(
            names = "--cohort",
            paramLabel = "YYYY-MM",
            split = ",",
            description = "These cohorts of the programmes alone.")
    private List<String> cohorts = List.of();

    @Option(
            names = "--by",
            paramLabel = "PERIOD",
            defaultValue = "quarter",
            description = "A row for each ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private PeriodKind periods;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            defaultValue = "",
            description =
                    "As published until then: 2026-03-01T10:00:00Z, or a date for its first moment in UTC.")
    private String asOf;

    @Option(
            names = "--metric",
            paramLabel = "ID",
            split = ",",
            description = {
                "Which metrics, by their ids in the glossary; all shows every one.",
                "Default: reps, deals, close rate, amounts, cycle time and quota attainment."
            })
    private List<String> metrics = READABLE;

    @Mixin private FormatOption format;

    @Override
    public Integer call() {
        if (!cohorts.isEmpty() && programmes.isEmpty()) {
            throw new UsageException("--cohort needs --programme");
        }
        ScorecardQuestion question =
                new ScorecardQuestion(
                        programmes,
                        team,
                        basis,
                        cohortsOfProgrammes(),
                        periods,
                        UtcTime.parse("--as-of", asOf));
        results.ask(clickHouse -> answer(clickHouse, question));
        return 0;
    }

    private void answer(ClickHouse clickHouse, ScorecardQuestion question) {
        Subjects subjects = Subjects.of(clickHouse);
        subjects.check(question);
        List<Metric> chosen = Glossary.of(clickHouse, question.view()).choose(metrics);
        List<String> ids = chosen.stream().map(Metric::id).toList();
        switch (format.chosen()) {
            case CSV -> clickHouse.writeCsv(question.sql(ids), question.parameters(), System.out);
            case JSON -> clickHouse.writeJson(question.sql(ids), question.parameters(), System.out);
            case TABLE ->
                    new ScorecardPrinter(clickHouse, subjects, console).print(question, chosen);
        }
        System.out.flush();
    }

    private List<String> cohortsOfProgrammes() {
        return programmes.stream()
                .flatMap(programme -> cohorts.stream().map(cohort -> programme + "/" + cohort))
                .toList();
    }
}
