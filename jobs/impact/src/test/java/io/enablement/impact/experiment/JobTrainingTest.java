package io.enablement.impact.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.enablement.impact.PublicData;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** LaLonde's randomised training experiment: earnings in dollars a year, before and after. */
final class JobTrainingTest {

    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void theDifferenceOfEarningsIsThePublishedOne() throws IOException {
        Difference difference = difference(unit -> number(unit, "re78"));

        assertThat(difference.estimate()).isCloseTo(1794.3430848752596, EXACT);
        assertThat(difference.standardError()).isCloseTo(670.9967296585894, EXACT);
        assertThat(difference.pValue()).isBetween(.007, .009);
    }

    @Test
    void soIsTheDifferenceOfTheirChanges() throws IOException {
        Difference difference = difference(unit -> number(unit, "re78") - number(unit, "re75"));

        assertThat(difference.estimate()).isCloseTo(1529.1966959147621, EXACT);
        assertThat(difference.standardError()).isCloseTo(715.1283564510137, EXACT);
    }

    /** Earlier earnings say little about later ones, so that subtracting all of them hurts. */
    @Test
    void thePrePeriodNarrowsTheErrorWhereSubtractingItWidensIt() throws IOException {
        Cuped cuped = Cuped.of(prePeriod(units(), "1"), prePeriod(units(), "0")).orElseThrow();

        assertThat(cuped.theta()).isBetween(.05, .35);
        assertThat(cuped.varianceReduction()).isBetween(.005, .05);
        assertThat(cuped.absolute().orElseThrow().standardError()).isLessThan(670.9967296585894);
    }

    private static Difference difference(ToDoubleFunction<NamedCsvRecord> outcome)
            throws IOException {
        return Difference.absolute(
                        arm(units(), "1", outcome).arm().orElseThrow(),
                        arm(units(), "0", outcome).arm().orElseThrow())
                .orElseThrow();
    }

    private static Sample arm(
            List<NamedCsvRecord> units, String treated, ToDoubleFunction<NamedCsvRecord> outcome) {
        return Sample.of(
                units.stream()
                        .filter(unit -> unit.getField("treat").equals(treated))
                        .mapToDouble(outcome)
                        .toArray());
    }

    private static PrePeriodArm prePeriod(List<NamedCsvRecord> units, String treated) {
        return units.stream()
                .filter(unit -> unit.getField("treat").equals(treated))
                .map(unit -> PrePeriodArm.NONE.plus(number(unit, "re75"), number(unit, "re78")))
                .reduce(PrePeriodArm.NONE, PrePeriodArm::plus);
    }

    private static List<NamedCsvRecord> units() throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder()
                        .ofNamedCsvRecord(PublicData.file("job-training-experiment/units.csv"))) {
            return reader.stream().toList();
        }
    }

    private static double number(NamedCsvRecord unit, String column) {
        return Double.parseDouble(unit.getField(column));
    }
}
