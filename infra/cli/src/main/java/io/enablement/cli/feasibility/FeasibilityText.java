package io.enablement.cli.feasibility;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import io.enablement.impact.experiment.Feasibility;
import io.enablement.impact.experiment.Outcome;
import io.enablement.impact.experiment.Sizes;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The answer for people, with picocli's markup. */
final class FeasibilityText {

    private static final int PAGE_WIDTH = 118;
    private static final String NONE = "–";

    private final Feasibility asked;
    private final boolean share;

    FeasibilityText(Feasibility asked) {
        this.asked = asked;
        this.share = asked.outcome().kind() == Outcome.Kind.SHARE;
    }

    List<String> lines() {
        FeasibilityCurve curve = FeasibilityCurve.around(asked);
        List<String> lines = new ArrayList<>();
        lines.add("@|bold " + question() + "|@");
        lines.add(verdict());
        lines.add("");
        lines.addAll(sizes());
        lines.add("");
        lines.add(
                "Power: "
                        + percent(asked.power())
                        + " ("
                        + percent(asked.plan().power())
                        + " asked)");
        lines.add("Minimum detectable effect: " + lift(asked.detectable()));
        lines.add("However long these reps are measured: " + lift(asked.detectableWithoutEnd()));
        lines.add("");
        lines.add("@|bold With " + reps(asked.audience().reps()) + ", by months|@");
        lines.addAll(points("Months", curve.byMonths()));
        lines.add("");
        lines.add("@|bold In " + months(asked.months()) + ", by reps|@");
        lines.addAll(points("Reps", curve.byReps()));
        lines.add("");
        lines.add(premises());
        return lines;
    }

    /** Whether it can be proven, and what it takes where it cannot. */
    String verdict() {
        return switch (asked.verdict()) {
            case PROVABLE ->
                    "Provable: %s in %s would show %s in %s of all cases"
                            .formatted(
                                    reps(asked.audience().reps()),
                                    months(asked.months()),
                                    exact(asked.lift()),
                                    percent(asked.power()));
            case PROVABLE_LATER ->
                    "Not provable in %s: %s. Provable in %s, or with %s"
                            .formatted(
                                    months(asked.months()),
                                    showing(asked.detectable()),
                                    months(asked.monthsNeeded().orElseThrow()),
                                    reps(asked.repsNeeded().both()));
            case MORE_REPS_NEEDED ->
                    "Not provable with %s: %s, and %s. In %s it takes %s"
                            .formatted(
                                    reps(asked.audience().reps()),
                                    showing(asked.detectable()),
                                    later(),
                                    months(asked.months()),
                                    reps(asked.repsNeeded().both()));
        };
    }

    private String question() {
        double after = asked.outcome().baseline() + asked.lift();
        return "Can %s prove a rise from %s to %s?"
                .formatted(
                        reps(asked.audience().reps()),
                        value(asked.outcome().baseline()),
                        value(after));
    }

    private String later() {
        if (hasTooFewReps()) {
            return "fewer than %d reps in an arm are no proof".formatted(Feasibility.FEWEST_REPS);
        }
        OptionalDouble end = asked.detectableWithoutEnd();
        return end.isPresent() && end.getAsDouble() < asked.lift()
                ? "%s would not be enough".formatted(months(Feasibility.MOST_MONTHS))
                : "however long it takes, " + showing(end);
    }

    private boolean hasTooFewReps() {
        double reps = asked.audience().reps();
        double smallerShare =
                Math.min(asked.plan().shareTreated(), 1 - asked.plan().shareTreated());
        return reps * smallerShare < Feasibility.FEWEST_REPS;
    }

    private List<String> sizes() {
        String each = share ? "Deals" : "Rep-months";
        double shareTreated = asked.plan().shareTreated();
        long treated = Math.round(asked.audience().reps() * shareTreated);
        List<Row> rows =
                List.of(
                        sizes(each + ", if independent", asked.independentResultsNeeded()),
                        sizes(
                                "%s, × design effect %s"
                                        .formatted(each, hundredths(asked.designEffect())),
                                asked.resultsNeeded()),
                        sizes("Reps needed", asked.repsNeeded()),
                        sizes("Reps there", new Sizes(treated, asked.audience().reps() - treated)));
        return new TextTable(List.of("What it takes", "Treated", "Controls", "Both"), 1, rows)
                .lines(PAGE_WIDTH);
    }

    private static Row sizes(String name, Sizes sizes) {
        return Row.of(
                List.of(
                        name,
                        Console.count(sizes.treated()),
                        Console.count(sizes.control()),
                        Console.count(sizes.both())));
    }

    private List<String> points(String first, List<Feasibility> points) {
        List<String> headings =
                List.of(first, "Deals", "Deals needed", "Reps needed", "Detectable", "Power", "");
        List<Row> rows = points.stream().map(point -> point(first, point)).toList();
        return new TextTable(headings, 1, rows).lines(PAGE_WIDTH);
    }

    private Row point(String first, Feasibility point) {
        long reps = point.audience().reps();
        return Row.of(
                List.of(
                        Console.count(first.equals("Months") ? point.months() : reps),
                        Console.count(Math.round(reps * point.audience().results(point.months()))),
                        Console.count(point.resultsNeeded().both()),
                        Console.count(point.repsNeeded().both()),
                        lift(point.detectable()),
                        percent(point.power()),
                        point.isProvable() ? "provable" : ""));
    }

    private String premises() {
        return "α %s two-sided, power %s, %s of the reps treated, correlation of one rep's %s %s, %s a month"
                .formatted(
                        trimmed(asked.plan().alpha()),
                        percent(asked.plan().power()),
                        percent(asked.plan().shareTreated()),
                        share ? "deals" : "months",
                        trimmed(asked.audience().correlation()),
                        trimmed(asked.audience().resultsPerMonth())
                                + (share ? " deals" : " results"));
    }

    private String showing(OptionalDouble detectable) {
        return detectable.isEmpty()
                ? "no lift would show"
                : "only lifts of at least %s would show"
                        .formatted(roundedUp(detectable.getAsDouble()));
    }

    private String lift(OptionalDouble lift) {
        if (lift.isEmpty()) {
            return NONE;
        }
        if (lift.getAsDouble() == 0) {
            return "any lift";
        }
        return hundredths(share ? 100 * lift.getAsDouble() : lift.getAsDouble())
                + (share ? " points" : "");
    }

    /** A lift that is said to show does so. */
    private String roundedUp(double lift) {
        return share
                ? String.format(Locale.ROOT, "%.1f points", Math.ceil(1_000 * lift - 1e-6) / 10)
                : hundredths(lift);
    }

    /** As it was given. */
    private String exact(double lift) {
        return share ? trimmed(100 * lift) + " points" : trimmed(lift);
    }

    private String value(double value) {
        return share ? trimmed(100 * value) + "%" : trimmed(value);
    }

    private static String trimmed(double number) {
        return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static String hundredths(double number) {
        return String.format(Locale.ROOT, "%,.2f", number);
    }

    private static String reps(long number) {
        return Console.count(number) + (number == 1 ? " rep" : " reps");
    }

    private static String months(long number) {
        return number + (number == 1 ? " month" : " months");
    }
}
