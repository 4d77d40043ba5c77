package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class FormulaTest {

    private static final Map<String, String> VALUES =
            Map.of(
                    "won", "51",
                    "lost", "148",
                    "quota", "1,000.00",
                    "won_cycle_micros", "120.50 days",
                    "won_cycles", "5");

    @Test
    void aRateIsADivision() {
        assertThat(filledIn("rate(won, won + lost)")).isEqualTo("51 / (51 + 148)");
    }

    @Test
    void conditionsAreNotTold() {
        assertThat(filledIn("if(together AND with_idle, parts.quota, NULL)")).isEqualTo("1,000.00");
    }

    @Test
    void microsecondsAreToldInDays() {
        assertThat(filledIn("rate(days_of(won_cycle_micros), won_cycles)"))
                .isEqualTo("(120.50 days) / 5");
    }

    @Test
    void aMetricWithinIsItsOwnFormula() {
        Formula formula =
                new Formula(
                        "(won + lost) * close_rate_count / nullIf(won_cycles, 0)",
                        VALUES,
                        Map.of("close_rate_count", "rate(won, won + lost)"));

        assertThat(formula.filledIn()).isEqualTo("(51 + 148) * (51 / (51 + 148)) / 5");
    }

    @Test
    void anIntervalNamesItsHitsAndTrials() {
        assertThat(filledIn("wilson_low(won, won + lost)"))
                .isEqualTo("lower end of the Wilson 95 % interval of 51 of (51 + 148)");
    }

    private static String filledIn(String expression) {
        return new Formula(expression, VALUES, Map.of()).filledIn();
    }
}
