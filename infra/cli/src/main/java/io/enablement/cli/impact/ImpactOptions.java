package io.enablement.cli.impact;

import io.enablement.cli.console.UsageException;
import io.enablement.impact.roi.Margin;
import io.enablement.impact.run.ImpactSettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How programmes are looked at; numbers are taken as texts to name all bad ones at once. */
final class ImpactOptions {

    @Option(
            names = "--programme",
            paramLabel = "ID",
            split = ",",
            description = "The programmes (default: all).")
    private List<String> programmes = List.of();

    @Option(
            names = "--bootstrap",
            paramLabel = "N",
            defaultValue = "999",
            description =
                    "Draws of the multiplier bootstrap, for bands that hold for a whole chart; 0 for none (default: ${DEFAULT-VALUE}).")
    private String draws;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "The same seed draws the same (default: ${DEFAULT-VALUE}).")
    private String seed;

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            defaultValue = "${env:ENABLEMENT_MARGIN:-}",
            description =
                    "Which share of the won amount is gain, above 0 and at most 1; without it there is no return on investment.")
    private String margin;

    @Option(
            names = "--margin-source",
            paramLabel = "TEXT",
            defaultValue = "${env:ENABLEMENT_MARGIN_SOURCE:-}",
            description = "Who says so; it stands beside every return.")
    private String marginSource;

    @Option(
            names = "--share-treated",
            paramLabel = "SHARE",
            defaultValue = "0.5",
            description =
                    "Of the audience of a randomised programme, as it was drawn (default: ${DEFAULT-VALUE}).")
    private String shareTreated;

    @Option(
            names = "--unbalanced",
            description =
                    "Keep reps with missing months in the panels of counts and money too; those of rates always keep them.")
    private boolean unbalanced;

    List<String> programmes() {
        return programmes;
    }

    ImpactSettings settings() {
        List<String> problems = new ArrayList<>();
        double drawn = number("--bootstrap", draws, problems);
        double seeded = number("--seed", seed, problems);
        double share = number("--share-treated", shareTreated, problems);
        Margin stated = margin(problems);
        if (drawn != Math.rint(drawn) || drawn > Integer.MAX_VALUE) {
            problems.add("--bootstrap is %s, not a whole number".formatted(draws));
        }
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
        try {
            return new ImpactSettings(
                    programmes, (int) drawn, (long) seeded, stated, share, unbalanced);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private Margin margin(List<String> problems) {
        if (margin.isBlank()) {
            return Margin.UNKNOWN;
        }
        double share = number("--margin", margin, problems);
        if (!(share > 0 && share <= 1)) {
            problems.add("--margin is %s, not above 0 and at most 1".formatted(margin));
            return Margin.UNKNOWN;
        }
        return new Margin(share, marginSource.isBlank() ? "option --margin" : marginSource);
    }

    private static double number(String option, String text, List<String> problems) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            problems.add("%s is '%s', not a number".formatted(option, text));
            return Double.NaN;
        }
    }
}
