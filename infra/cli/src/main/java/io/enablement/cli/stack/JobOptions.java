package io.enablement.cli.stack;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.UsageException;
import io.enablement.cli.generations.Generations;
import io.enablement.cli.generations.RememberedSettings;
import io.enablement.domain.event.Family;
import io.enablement.intake.Topics;
import io.enablement.streaming.job.ArchiveSettings;
import io.enablement.streaming.job.AttributionJob;
import io.enablement.streaming.job.AttributionSettings;
import io.enablement.streaming.job.CohortMetricsJob;
import io.enablement.streaming.job.EventArchiveJob;
import io.enablement.streaming.job.JobSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How the jobs run and count; they read the variables themselves and explain what is wrong. */
public final class JobOptions {

    private static final List<String> PLACES_TO_COME =
            List.of("--checkpoints", "unknown", "--clickhouse", "http://unknown");
    private static final String FIRST_GENERATION = "1";

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "TIME",
            description = "Between two publications of results: 500ms, 5s, 1m (default: 5s).")
    private String checkpointInterval;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Subtasks of each operator (default: 2).")
    private String parallelism;

    @Option(
            names = "--state-backend",
            paramLabel = "KIND",
            description = "hashmap or rocksdb (default: hashmap).")
    private String stateBackend;

    @Option(
            names = "--generation",
            paramLabel = "N",
            description = "Generation of results to write (default: the active one).")
    private String generation;

    @Option(
            names = "--archive-generation",
            paramLabel = "N",
            defaultValue = "${env:ENABLEMENT_ARCHIVE_GENERATION:-1}",
            description = "Generation of the archive of events to write (default: 1).")
    private String archiveGeneration;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone of the company's calendar (default: UTC).")
    private String zone;

    @Option(
            names = "--fiscal-year-start",
            paramLabel = "MONTH",
            description = "First month of the fiscal year, 1 to 12 (default: 1).")
    private String fiscalYearStart;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "Reporting currency (default: USD).")
    private String currency;

    @Option(
            names = "--rates",
            paramLabel = "FILE",
            description = "Exchange rates: a CSV file with currency,date,rate.")
    private String rates;

    @Option(
            names = "--horizon-months",
            paramLabel = "N",
            description = "How late an event may be recorded (default: 36).")
    private String horizonMonths;

    @Option(
            names = "--lookback-days-content",
            paramLabel = "N",
            description =
                    "How long before a deal's creation uses of content count for it (default: 90).")
    private String lookbackDaysContent;

    @Option(
            names = "--lookback-days-training",
            paramLabel = "N",
            description = "The same for completed trainings (default: 90).")
    private String lookbackDaysTraining;

    @Option(
            names = "--lookback-days-assignment",
            paramLabel = "N",
            description = "The same for approved work assignments (default: 90).")
    private String lookbackDaysAssignment;

    @Option(
            names = "--lookback-days-coaching",
            paramLabel = "N",
            description = "The same for coaching (default: 90).")
    private String lookbackDaysCoaching;

    @Option(
            names = "--half-life-days",
            paramLabel = "N",
            description = "In how long a touch loses half its weight in time_decay (default: 30).")
    private String halfLifeDays;

    @Option(
            names = "--touches-per-deal",
            paramLabel = "N",
            description =
                    "The most touches that share a deal; the middle is left out (default: 200).")
    private String touchesPerDeal;

    private RememberedSettings remembered = RememberedSettings.NONE;
    private RememberedSettings rememberedByArchive = RememberedSettings.NONE;
    private boolean following;

    /** What can be said before the servers are known; finds every wrong setting. */
    public JobSettings check() {
        JobSettings settings = settings(PLACES_TO_COME);
        attributionSettings(PLACES_TO_COME);
        checkArchive();
        return settings;
    }

    /** The jobs that a stack runs, those of results and of the archive. */
    public List<StackJob> jobs() {
        return List.of(metricsJob(), attributionJob(), archiveJob());
    }

    /** Those that write a generation of results together. */
    List<StackJob> resultJobs() {
        return List.of(metricsJob(), attributionJob());
    }

    StackJob metricsJob() {
        JobSettings settings = check();
        List<String> events =
                Topics.names().stream().filter(topic -> !topic.equals(Topics.REJECTED)).toList();
        return new StackJob(
                CohortMetricsJob.NAME,
                settings.generation(),
                settings.consumerGroup(CohortMetricsJob.NAME),
                events);
    }

    StackJob attributionJob() {
        AttributionSettings settings = attributionSettings(PLACES_TO_COME);
        return new StackJob(
                AttributionJob.NAME,
                settings.generation(),
                settings.consumerGroup(),
                Stream.of(Family.DEAL, Family.TRAINING, Family.CONTENT)
                        .map(Family::topic)
                        .toList());
    }

    StackJob archiveJob() {
        ArchiveSettings settings = checkArchive();
        return new StackJob(
                EventArchiveJob.NAME,
                settings.generation(),
                settings.consumerGroup(),
                Topics.names());
    }

    /** Whether a generation of results is named, by the option or its variable. */
    boolean namesGeneration() {
        return generation != null || System.getenv().containsKey("ENABLEMENT_GENERATION");
    }

    /** The generation that is active, unless one is named, by the settings it was made with. */
    public void goOn(Generations generations) {
        goOnWith(namesGeneration() ? check().generation() : generations.active(), generations);
    }

    /** Another one than at the start, by its own settings: options were given for the former. */
    void follow(long number, Generations generations) {
        goOnWith(number, generations);
        following = remembered.areKnown();
    }

    /** By the settings that generation was made with, and a new one by those of the active one. */
    void goOnWith(long number, Generations generations) {
        Map<String, String> own = generations.settings(number);
        remembered =
                RememberedSettings.of(
                        own.isEmpty() ? generations.settings(generations.active()) : own, number);
        long archived = checkArchive().generation();
        rememberedByArchive =
                RememberedSettings.of(
                        generations.settings(EventArchiveJob.NAME, archived), archived);
    }

    /** Counts in one currency with the rates of one file, whatever the variables say. */
    public void useRates(String reportingCurrency, Path file) {
        if (currency != null || rates != null) {
            throw new UsageException(
                    "The simulated organisation has its own currency and rates: leave out --currency and --rates");
        }
        currency = reportingCurrency;
        rates = file.toString();
    }

    /** The given flags that decide the numbers: results go on with the same ones only. */
    public List<String> decisions() {
        List<String> flags = new ArrayList<>();
        add(flags, "--generation", generation);
        if (!FIRST_GENERATION.equals(archiveGeneration)) {
            add(flags, "--archive-generation", archiveGeneration);
        }
        addDecisionsOfNumbers(flags);
        addDecisionsOfAttribution(flags);
        return flags;
    }

    private void addDecisionsOfNumbers(List<String> flags) {
        add(flags, "--zone", zone);
        add(flags, "--fiscal-year-start", fiscalYearStart);
        add(flags, "--currency", currency);
        add(flags, "--rates", rates);
        add(flags, "--horizon-months", horizonMonths);
    }

    private void addDecisionsOfAttribution(List<String> flags) {
        add(flags, "--lookback-days-content", lookbackDaysContent);
        add(flags, "--lookback-days-training", lookbackDaysTraining);
        add(flags, "--lookback-days-assignment", lookbackDaysAssignment);
        add(flags, "--lookback-days-coaching", lookbackDaysCoaching);
        add(flags, "--half-life-days", halfLifeDays);
        add(flags, "--touches-per-deal", touchesPerDeal);
    }

    JobSettings settings(Servers servers, String checkpoints) {
        return settings(places(servers, checkpoints));
    }

    AttributionSettings attributionSettings(Servers servers, String checkpoints) {
        return attributionSettings(places(servers, checkpoints));
    }

    ArchiveSettings archiveSettings(Servers servers, String checkpoints) {
        return archiveSettings(places(servers, checkpoints));
    }

    private ArchiveSettings checkArchive() {
        return archiveSettings(PLACES_TO_COME);
    }

    private static List<String> places(Servers servers, String checkpoints) {
        ClickHouse clickHouse = servers.clickHouse();
        return List.of(
                "--checkpoints", checkpoints,
                "--kafka", servers.kafka(),
                "--clickhouse", clickHouse.url().toString(),
                "--clickhouse-user", clickHouse.credentials().user(),
                "--clickhouse-password", clickHouse.credentials().password(),
                "--clickhouse-database", clickHouse.database());
    }

    private JobSettings settings(List<String> places) {
        List<String> flags = resultFlags(places);
        if (!following) {
            addDecisionsOfNumbers(flags);
        }
        try {
            return JobSettings.of(resultVariables(), flags.toArray(new String[0]));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private AttributionSettings attributionSettings(List<String> places) {
        List<String> flags = resultFlags(places);
        if (!following) {
            addDecisionsOfNumbers(flags);
            addDecisionsOfAttribution(flags);
        }
        try {
            return AttributionSettings.of(resultVariables(), flags.toArray(new String[0]));
        } catch (IllegalArgumentException e) {
            throw new UsageException("For attribution: " + e.getMessage(), e);
        }
    }

    private List<String> resultFlags(List<String> places) {
        List<String> flags = new ArrayList<>(places);
        addWaysToRun(flags);
        add(flags, "--generation", generation);
        return flags;
    }

    private Map<String, String> resultVariables() {
        return following ? remembered.overVariables() : remembered.underVariables();
    }

    private ArchiveSettings archiveSettings(List<String> places) {
        List<String> flags = new ArrayList<>(places);
        addWaysToRun(flags);
        add(flags, "--generation", archiveGeneration);
        add(flags, "--horizon-months", horizonMonths);
        try {
            return ArchiveSettings.of(
                    rememberedByArchive.underVariables(), flags.toArray(new String[0]));
        } catch (IllegalArgumentException e) {
            throw new UsageException("For the archive of events: " + e.getMessage(), e);
        }
    }

    private void addWaysToRun(List<String> flags) {
        add(flags, "--checkpoint-interval", checkpointInterval);
        add(flags, "--parallelism", parallelism);
        add(flags, "--state-backend", stateBackend);
    }

    private static void add(List<String> flags, String flag, String value) {
        if (value != null) {
            flags.add(flag);
            flags.add(value);
        }
    }
}
