package io.enablement.cli.explain;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.FormatOption;
import io.enablement.cli.console.UsageException;
import io.enablement.cli.console.UtcTime;
import io.enablement.cli.explain.ExplainQuestion.Group;
import io.enablement.domain.cohort.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a number apart; formulas and sums stand in ClickHouse's views. */
@Command(
        name = "explain",
        description = {
            "Explain a number: its formula, its parts, the deals behind them, and the events behind those.",
            "Of the company, or of what --team, --rep, --programme and --cohort, or --manager name.",
            "As csv: the entries, or the rows that are counted, alone.",
            "",
            "--as-of and --known-at are two questions. What was shown at a moment is what had been published by then. What was known by a moment follows from the events that their sources had recorded by then, even if they reached us later."
        },
        footer = {
            "",
            "Examples:",
            "  enablement explain --programme prog-discovery --basis assigned --cohort 2025-05 --month 2026-03 --metric close_rate_count",
            "  enablement explain --team north --month 2026-Q1 --metric won_amount_minor --as-of 2026-05-01",
            "  enablement explain --rep rep-0042 --month 2026-03 --metric quota_attainment --format json"
        })
public final class ExplainCommand implements Callable<Integer> {

    private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";
    private static final String PERIOD = MONTH + "|\\d{4}-Q[1-4]|\\d{4}|all";

    private static final List<String> DEAL_TYPES = List.of("transactional", "project", "all");

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Option(
            names = "--metric",
            paramLabel = "ID",
            required = true,
            description = "The number, by its id in the glossary.")
    private String metric;

    @Option(
            names = {"--month", "--period"},
            paramLabel = "PERIOD",
            required = true,
            description = "2026-03, or a longer period: 2026-Q1, 2026, all.")
    private String period;

    @Option(
            names = "--programme",
            paramLabel = "ID",
            defaultValue = "",
            description = "The programme; with --cohort the members of one of its cohorts.")
    private String programme;

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
            defaultValue = "",
            description = "The cohort of the programme.")
    private String cohort;

    @Option(names = "--controls", description = "The counterpart of the cohort instead.")
    private boolean controls;

    @Option(
            names = "--team",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The team; with --cohort its members' months in that team.")
    private String team;

    @Option(names = "--rep", paramLabel = "ID", defaultValue = "", description = "The rep.")
    private String rep;

    @Option(
            names = "--manager",
            paramLabel = "ID",
            defaultValue = "",
            description = "The manager, for what reps have open today.")
    private String manager;

    @Option(names = "--company", description = "The whole company, as where nobody is named.")
    private boolean company;

    @Option(
            names = "--deal-type",
            paramLabel = "TYPE",
            defaultValue = "all",
            description = "transactional or project (default: ${DEFAULT-VALUE}).")
    private String dealType;

    @Option(
            names = "--stage",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The stage, for metrics of stages and of work assignments.")
    private String stage;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            defaultValue = "",
            description =
                    "What was shown then: 2026-03-01T10:00:00Z, or a date for its first moment in UTC.")
    private String asOf;

    @Option(
            names = "--known-at",
            paramLabel = "TIME",
            defaultValue = "",
            description =
                    "What follows from the events recorded by then; of a deal its newest event is named.")
    private String knownAt;

    @Option(
            names = "--all",
            description = "Show the entries as well that later ones have cancelled out.")
    private boolean allEntries;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description =
                    "How many deals or rows of each kind the table shows (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin private FormatOption format;

    @Override
    public Integer call() {
        if (!asOf.isEmpty() && !knownAt.isEmpty()) {
            throw new UsageException(
                    "--as-of asks what was shown, --known-at what was known: not both at once");
        }
        check();
        ExplainQuestion question =
                new ExplainQuestion(
                        metric,
                        group(),
                        period,
                        dealType,
                        stage,
                        clock(),
                        knownAt.isEmpty()
                                ? UtcTime.parse("--as-of", asOf)
                                : UtcTime.parse("--known-at", knownAt),
                        allEntries);
        results.ask(clickHouse -> answer(clickHouse, question));
        return 0;
    }

    private Clock clock() {
        if (!knownAt.isEmpty()) {
            return Clock.KNOWN;
        }
        return asOf.isEmpty() ? Clock.NOW : Clock.SHOWN;
    }

    private void check() {
        List<String> problems = new ArrayList<>();
        if (!period.matches(PERIOD)) {
            problems.add(
                    "--month '%s' is no period like 2026-03, 2026-Q1, 2026 or all"
                            .formatted(period));
        }
        if (!cohort.isEmpty() && !cohort.matches(MONTH)) {
            problems.add("--cohort '%s' is no month like 2026-03".formatted(cohort));
        }
        if (!DEAL_TYPES.contains(dealType)) {
            problems.add(
                    "--deal-type '%s' is none of %s"
                            .formatted(dealType, String.join(", ", DEAL_TYPES)));
        }
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("; ", problems));
        }
    }

    private Group group() {
        if (cohort.isEmpty() && controls) {
            throw new UsageException("--controls needs --cohort");
        }
        if (!cohort.isEmpty() && programme.isEmpty()) {
            throw new UsageException("--cohort needs --programme");
        }
        if (!rep.isEmpty()) {
            return alone(Group.rep(rep), "--rep", programme + team + manager);
        }
        if (!manager.isEmpty()) {
            return alone(Group.manager(manager), "--manager", programme + team);
        }
        if (!cohort.isEmpty()) {
            return Group.cohort(programme, basis, cohort, team, controls);
        }
        if (!programme.isEmpty()) {
            return alone(Group.programme(programme), "--programme without --cohort", team);
        }
        return team.isEmpty() ? Group.company() : Group.team(team);
    }

    private Group alone(Group group, String option, String others) {
        if (!others.isEmpty() || company) {
            throw new UsageException(
                    option + " names one thing; another cannot be named beside it");
        }
        return group;
    }

    private void answer(ClickHouse clickHouse, ExplainQuestion question) {
        Explanation explanation = Explanation.of(clickHouse, question);
        switch (format.chosen()) {
            case CSV ->
                    clickHouse.writeCsv(explanation.mainSql(), question.parameters(), System.out);
            case JSON -> console.plain(explanation.toJson().toPrettyString());
            case TABLE -> new ExplanationPrinter(clickHouse, console, limit).print(explanation);
        }
        System.out.flush();
    }
}
