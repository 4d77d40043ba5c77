package io.enablement.cli.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {

    private static final Figures DOLLARS = new Figures(Currency.getInstance("USD"));
    private static final Figures YEN = new Figures(Currency.getInstance("JPY"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.31752  | share         | 31.8%",
                "1.64     | share         | 164.0%",
                "-0.0001  | share         | 0.0%",
                "14696649 | money         | 146,966",
                "277778.4 | money per day | 2,778",
                "3057     | count         | 3,057",
                "30.25    | days          | 30.2",
                "0.4286   | times         | 0.43"
            })
    void areWrittenAsTheirUnitWants(String value, String unit, String text) throws Exception {
        assertThat(DOLLARS.text(json(value), unit)).isEqualTo(text);
    }

    @Test
    void ofMoneyKnowTheMinorUnitsOfTheirCurrency() throws Exception {
        assertThat(YEN.text(json("14696649"), "money")).isEqualTo("14,696,649");
    }

    @Test
    void areADashWhereThereIsNone() throws Exception {
        assertThat(DOLLARS.text(json("null"), "share")).isEqualTo("–");
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
