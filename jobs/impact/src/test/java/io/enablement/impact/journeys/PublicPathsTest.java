package io.enablement.impact.journeys;

import static io.enablement.impact.journeys.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.enablement.domain.attribution.RuleModel;
import io.enablement.impact.PublicData;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 88,387 journeys on 10,000 paths, and what first, last and linear are known to give. */
final class PublicPathsTest {

    private static final double TOLERANCE = 1e-6;

    private static Journeys journeys;

    @BeforeAll
    static void readPaths() {
        journeys =
                Journeys.of(PathTable.read(PublicData.file("attribution-paths/paths.csv"), " > "));
    }

    @Test
    void allJourneysAreRead() {
        assertThat(journeys.paths()).isEqualTo(10_000);
        assertThat(journeys.won()).isEqualTo(19_785);
        assertThat(journeys.lost()).isEqualTo(68_602);
        assertThat(journeys.channels()).hasSize(12);
    }

    @Test
    void theRulesGiveWhatIsKnown() throws IOException {
        for (RuleModel rule : List.of(RuleModel.FIRST, RuleModel.LAST, RuleModel.LINEAR)) {
            CreditModel model = new RuleCredit(rule);
            assertClose(
                    Examples.conversions(model, journeys),
                    expected(rule.label() + "_touch_conversions"),
                    TOLERANCE);
            assertClose(
                    Examples.values(model, journeys),
                    expected(rule.label() + "_touch_value"),
                    TOLERANCE);
        }
    }

    @Test
    void everyModelDividesAllThatWasWon() {
        for (CreditModel model : List.of(new Markov(1), new Markov(2), new Shapley())) {
            assertThat(sum(Examples.conversions(model, journeys))).isCloseTo(19_785, within(1e-6));
            assertThat(sum(Examples.values(model, journeys)))
                    .isCloseTo(journeys.value(), within(1e-6));
        }
    }

    private static double sum(Map<String, Double> credit) {
        return credit.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Map<String, Double> expected(String column) throws IOException {
        Map<String, Double> expected = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                PublicData.file(
                                        "attribution-paths/expected-first-last-linear.csv"))) {
            rows.forEach(
                    row ->
                            expected.put(
                                    row.getField("channel_name"),
                                    Double.valueOf(row.getField(column))));
        }
        return expected;
    }
}
