package io.enablement.simulation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is true of a simulated organisation: the effects that were built in, and the numbers that
 * the simulation counted itself while it decided. Parts are named like the columns of the tables;
 * what is not there is zero. Money is in minor units of the reporting currency.
 *
 * @param events told, by family and kind, before anything was duplicated
 * @param dealMonths parts by month and deal type; the type is empty for what is no deal's
 * @param repMonths parts by rep and month, whatever the programme
 * @param programmeMonths parts of trainings by rep, programme and month
 */
public record Truth(
        Run run,
        Map<String, Long> events,
        Arrivals arrivals,
        List<ProgrammeTruth> programmes,
        List<CohortSize> cohorts,
        List<ExposureTruth> exposures,
        List<RepTruth> reps,
        List<DealMonth> dealMonths,
        List<RepMonth> repMonths,
        List<ProgrammeMonth> programmeMonths) {

    /** The settings that reproduce it. */
    public record Run(
            int reps,
            int months,
            long seed,
            String firstMonth,
            String lastMonth,
            double dealsPerMonth,
            double contentUsesPerMonth,
            int fiscalYearStart,
            String reportingCurrency) {}

    /**
     * What arrived in all; conflicts are contents that lose against another under their identity.
     */
    public record Arrivals(long events, long duplicates, long conflicts) {}

    /**
     * The true effect of a programme on those who complete it, from the completion on.
     *
     * @param winRate points added to the probability of winning a deal that is decided then
     * @param cycleFactor of the cycle time of deals created then
     * @param sizeFactor of the amount of deals created then
     * @param halfLifeDays after which half of the effect is gone; 0 where it stays
     * @param selection how it was decided who takes part
     */
    public record ProgrammeTruth(
            String programmeId,
            String name,
            String assignment,
            String selection,
            String launch,
            double winRate,
            double cycleFactor,
            double sizeFactor,
            double halfLifeDays) {}

    /** How many reps a cohort has. */
    public record CohortSize(String programmeId, String basis, String cohort, long reps) {}

    /** The cohort of one rep. */
    public record ExposureTruth(String repId, String programmeId, String basis, String cohort) {}

    /** The lasting traits of a rep: the rank by talent, and the skill that follows from it. */
    public record RepTruth(String repId, String role, double talent, double skill) {}

    /** The parts of all deals of a type in one month. */
    public record DealMonth(String month, String dealType, Map<String, Long> parts) {}

    /** The parts of one rep in one month. */
    public record RepMonth(String repId, String month, Map<String, Long> parts) {}

    /** What one rep did in one programme in one month. */
    public record ProgrammeMonth(
            String repId, String programmeId, String month, Map<String, Long> parts) {}

    /** As JSON, one element of each list a line. */
    public void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            writer().writeValue(out, this);
        }
    }

    private static ObjectWriter writer() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultPrettyPrinter.FixedSpaceIndenter());
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .build()
                .writer(printer);
    }
}
