package io.enablement.streaming.job;

import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Rates;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.Admission;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.streaming.sink.SinkSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.flink.configuration.Configuration;

/**
 * Everything the job must be told, read once at its start from environment variables; a flag,
 * {@code --checkpoint-interval 10s}, overrides its variable, {@code
 * ENABLEMENT_CHECKPOINT_INTERVAL}.
 *
 * @param rules calendar and rates, the rate file already read
 */
public record JobSettings(RunSettings run, Rules rules, Admission admission) {

    /**
     * @throws IllegalArgumentException if anything is missing or wrong; the message lists all of it
     */
    public static JobSettings of(Map<String, String> environment, String... flags) {
        SettingsReader reader = new SettingsReader(environment, flags);
        return reader.finish(read(reader));
    }

    /** Asks for all of them; to be made once nothing was found wrong with any. */
    static Supplier<JobSettings> read(SettingsReader reader) {
        Supplier<RunSettings> run = RunSettings.read(reader);
        ZoneId zone = reader.zone("zone", "UTC");
        int fiscalYearStart = (int) reader.whole("fiscal-year-start", 1, 1, 12);
        String currency = reader.currency("currency", "USD");
        String rateFile = reader.text("rates", "");
        Optional<Rates> rates = reader.make(() -> RateFile.read(currency, rateFile));
        Admission admission = admission(reader);
        return () ->
                new JobSettings(
                        run.get(),
                        new Rules(new BusinessCalendar(zone, fiscalYearStart), rates.orElseThrow()),
                        admission);
    }

    static Admission admission(SettingsReader reader) {
        return new Admission((int) reader.whole("horizon-months", 36, 1, 1200));
    }

    public long generation() {
        return run.generation();
    }

    /** Under which name the job's progress shows in Kafka. */
    public String consumerGroup(String job) {
        return run.consumerGroup(job);
    }

    /** What these settings mean for Flink. */
    public Configuration flink() {
        return run.flink(CohortMetricsJob.NAME);
    }

    SinkSettings sink(String job) {
        return run.sink(job, decisions()).recording(recorded());
    }

    /**
     * What makes of the same events other numbers: all that must stay within a generation. Parts
     * that are new would lack what came before them.
     */
    String decisions() {
        return "(%d parts, zone %s, fiscal year from month %d, horizon of %d months, rates to %s with SHA-256 %s)"
                .formatted(
                        Part.values().length,
                        rules.calendar().zone(),
                        rules.calendar().fiscalYearStart(),
                        admission.horizonMonths(),
                        rules.rates().reportingCurrency(),
                        hash(rules.rates().text()));
    }

    /**
     * The same, name by name, as they can be given to a job again; the name of a variable is this
     * one behind {@code ENABLEMENT_}.
     */
    SortedMap<String, String> recorded() {
        return new TreeMap<>(
                Map.of(
                        "parts", Integer.toString(Part.values().length),
                        "zone", rules.calendar().zone().getId(),
                        "fiscal_year_start", Integer.toString(rules.calendar().fiscalYearStart()),
                        "horizon_months", Integer.toString(admission.horizonMonths()),
                        "currency", rules.rates().reportingCurrency(),
                        "rates", RateFile.text(rules.rates())));
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
