package io.enablement.impact.panel;

import io.enablement.impact.registration.Definition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that a published checkpoint says of sales, people and programmes.
 *
 * @param definitions all versions of all programmes
 * @param activities what reps did in programmes
 * @param worked follows from employment
 */
public record SalesHistory(
        Published published,
        SalesMonths sales,
        Employment employment,
        Exposures exposures,
        List<Definition> definitions,
        List<ProgrammeMonth> activities,
        WorkedMonths worked) {

    public SalesHistory {
        definitions = List.copyOf(definitions);
        activities = List.copyOf(activities);
    }

    public SalesHistory(
            Published published,
            SalesMonths sales,
            Employment employment,
            Exposures exposures,
            List<Definition> definitions,
            List<ProgrammeMonth> activities) {
        this(
                published,
                sales,
                employment,
                exposures,
                definitions,
                activities,
                new WorkedMonths(sales, employment));
    }

    /** The versions of each programme. */
    public Map<String, List<Definition>> programmes() {
        Map<String, List<Definition>> byProgramme = new TreeMap<>();
        for (Definition definition : definitions) {
            byProgramme.merge(
                    definition.programme(),
                    List.of(definition),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
        return byProgramme;
    }

    /**
     * The last month that is over for at least one median cycle; before the first where none is.
     */
    public int lastMatureMonth() {
        double days = published.medianCycleDays();
        long micros = Double.isNaN(days) ? 0 : Math.round(days * 86_400e6);
        int month = employment.month(published.asOf());
        while (month >= sales.firstMonth()
                && employment
                        .start(month + 1)
                        .plusNanos(Math.multiplyExact(micros, 1_000L))
                        .isAfter(published.asOf())) {
            month--;
        }
        return Math.min(month, sales.lastMonth());
    }

    /** A checksum of each input by its name. */
    public Map<String, String> checksums() {
        Map<String, String> checksums = new LinkedHashMap<>();
        Checksum checksum = new Checksum();
        sales.writeTo(checksum);
        checksums.put("rep_month", checksum.value());
        exposures.writeTo(checksum);
        checksums.put("exposure", checksum.value());
        employment.writeTo(checksum, sales.reps());
        checksums.put("rep", checksum.value());
        definitions.forEach(each -> checksum.text(each.toString()));
        checksums.put("programme", checksum.value());
        activities.forEach(each -> checksum.text(each.toString()));
        checksums.put("programme_month", checksum.value());
        return checksums;
    }
}
