package io.enablement.cli.feasibility;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.Failure;
import io.enablement.cli.console.FormatOption;
import io.enablement.impact.experiment.Feasibility;
import io.enablement.impact.feasibility.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether a programme's effect could be proven at all. */
@Command(
        name = "feasible",
        description = {
            "Say whether a rise of the win rate could be proven before anything is spent on a programme:",
            "the deals, reps and months that it takes, and the least rise that would show with these reps.",
            "Reps are assigned by chance, and the deals that they close after the start are compared.",
            "With --programme, --roles or --regions the organisation's own months say everything but the lift, and reps of that audience are planned with."
        },
        footer = {
            "",
            "Shares are given as 0.25 or 25%%. A fall of a share is a rise of its opposite.",
            "Deals of one rep are alike, so that more of them count for less: where n deals in an arm would do if they were independent, it takes n x (1 + (m - 1) x icc) where each rep closes m.",
            "With fewer than 10 reps in an arm nothing is accepted as proof.",
            "",
            "Examples:",
            "  enablement feasible --reps 400 --deals-per-rep 10 --baseline 0.25 --lift 0.05",
            "  enablement feasible --reps 120 --deals-per-rep 4 --baseline 25%% --lift 8%% --months 6",
            "  enablement feasible --reps 60 --deals-per-rep 8 --baseline 0.3 --lift 0.1 --strict",
            "  enablement feasible --data data/local --roles account-executive --lift 5%% --months 9",
            "  enablement feasible --data data/local --programme prog-discovery --lift 8%% --months 9 --record",
            "  enablement feasible --data data/local --rank"
        })
public final class FeasibleCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private FeasibilityOptions options;

    @Option(names = "--strict", description = "Exit with 1 where it is not provable as asked.")
    private boolean strict;

    @Mixin private FormatOption format;

    @Mixin private PastOptions past;

    private int exitCode;

    @Override
    public Integer call() {
        if (past.areGiven()) {
            past.results().ask(this::askThePast);
        } else {
            answer(options.feasibility());
        }
        System.out.flush();
        return exitCode;
    }

    private void askThePast(ClickHouse clickHouse) {
        Past months = Past.of(clickHouse);
        if (past.isRanking()) {
            new Ranking(clickHouse, months).print(format.chosen(), console);
            return;
        }
        Plan plan = months.plan(past);
        console.step(Past.words(plan));
        Feasibility feasibility = options.feasibility(plan);
        answer(feasibility);
        if (past.isRecorded()) {
            months.record(past.programme(), plan, feasibility);
            console.step("Recorded as the forecast of " + past.programme());
        }
    }

    private void answer(Feasibility feasibility) {
        switch (format.chosen()) {
            case CSV -> FeasibilityFile.writeCsv(feasibility, System.out);
            case JSON -> FeasibilityFile.writeJson(feasibility, System.out);
            case TABLE -> new FeasibilityText(feasibility).lines().forEach(console::result);
        }
        exitCode = strict && !feasibility.isProvable() ? Failure.NOT_PROVABLE : 0;
    }
}
