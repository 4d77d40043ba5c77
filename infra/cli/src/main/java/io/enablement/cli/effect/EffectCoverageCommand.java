package io.enablement.cli.effect;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import io.enablement.cli.console.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries the estimator on simulated organisations whose truth is known. */
@Command(
        name = "effect-coverage",
        description = {
            "Try the estimator on simulated organisations whose truth is known: 400 reps, 24 months, deals won by rep and month.",
            "True is what the treated reps won beyond what they would have won from the same deals, decided by the same dice, without the programme."
        })
public final class EffectCoverageCommand implements Callable<Integer> {

    private static final int PAGE_WIDTH = 110;

    private final Console console = Console.standard();

    @Option(
            names = "--panels",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Organisations for each question (default: ${DEFAULT-VALUE}).")
    private int panels;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of the first organisation (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        if (panels < 1 || panels > 100_000) {
            throw new UsageException("--panels is " + panels + ", not between 1 and 100000");
        }
        List<Row> rows = new ArrayList<>();
        for (CoverageStudy study : CoverageStudy.ALL) {
            console.progress("Trying: " + study.question());
            rows.add(row(study.run(panels, seed)));
        }
        List<String> headings =
                List.of(
                        "Who takes part",
                        "Panels",
                        "True effect",
                        "Mean estimate",
                        "Truth in interval",
                        "Verdict effect",
                        "Verdict not_provable");
        new TextTable(headings, 1, rows).lines(PAGE_WIDTH).forEach(console::result);
        return 0;
    }

    private static Row row(CoverageStudy.Outcome outcome) {
        return Row.of(
                List.of(
                        outcome.question(),
                        Console.count(outcome.panels()),
                        decimal(outcome.truth()),
                        decimal(outcome.estimate()),
                        percent(outcome.covered()),
                        percent(outcome.effect()),
                        percent(outcome.notProvable())));
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
