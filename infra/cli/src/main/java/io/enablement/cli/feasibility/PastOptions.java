package io.enablement.cli.feasibility;

import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.UsageException;
import io.enablement.impact.panel.Outcome;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** For whom a programme is planned, where the organisation's own months are to say the numbers. */
final class PastOptions {

    @Mixin private ResultsOptions results;

    @Option(
            names = "--programme",
            paramLabel = "ID",
            defaultValue = "",
            description = "The audience of this programme, and the metric that it is to change.")
    private String programme;

    @Option(
            names = "--roles",
            paramLabel = "ROLE",
            split = ",",
            description = "Reps of these roles; 'all' for every role.")
    private List<String> roles = List.of();

    @Option(
            names = "--regions",
            paramLabel = "REGION",
            split = ",",
            description = "Reps of these regions.")
    private List<String> regions = List.of();

    @Option(
            names = "--outcome",
            paramLabel = "ID",
            defaultValue = "",
            description =
                    "What is to change (default: the programme's metric, else close_rate_count).")
    private String outcome;

    @Option(
            names = "--past-months",
            paramLabel = "N",
            defaultValue = "12",
            description = "How many of the last mature months speak (default: ${DEFAULT-VALUE}).")
    private int months;

    @Option(
            names = "--record",
            description =
                    "Keep --lift as the forecast of --programme; a run after its launch scores it.")
    private boolean record;

    @Option(
            names = "--rank",
            description =
                    "Rank the programmes by what they are expected to return with the reps whom they have not reached yet, and by whether it could be proven.")
    private boolean rank;

    /** Whether the past is asked at all. */
    boolean areGiven() {
        return rank || record || !programme.isEmpty() || !roles.isEmpty() || !regions.isEmpty();
    }

    boolean isRanking() {
        return rank;
    }

    ResultsOptions results() {
        return results;
    }

    String programme() {
        if (record && programme.isEmpty()) {
            throw new UsageException("--record needs --programme");
        }
        return programme;
    }

    /** Empty for all. */
    List<String> roles() {
        return roles.contains("all") ? List.of() : roles;
    }

    List<String> regions() {
        return regions;
    }

    boolean isRecorded() {
        return record;
    }

    int months() {
        if (months < 1) {
            throw new UsageException("--past-months is " + months + ", not above 0");
        }
        return months;
    }

    /** The outcome that is asked for, else the programme's. */
    Outcome outcome(String metricOfProgramme) {
        if (outcome.isEmpty()) {
            return Outcome.named(metricOfProgramme).orElse(Outcome.CLOSE_RATE_COUNT);
        }
        return Outcome.named(outcome)
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "There is no outcome '%s' (--outcome)".formatted(outcome)));
    }
}
