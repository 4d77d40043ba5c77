package io.enablement.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.dashboard.answer.Rows;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Format;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ImpactTest {

    private static final Format AMERICAN =
            new Format(Locale.US, Currency.getInstance("USD"), ZoneOffset.UTC);

    @Test
    void aReturnWhoseIntervalIsAboveNothingStandsOut() {
        assertThat(roi(0.2, 1.4)).isEqualTo(Cell.number("80%").with("20% to 140%"));
    }

    @Test
    void aReturnThatMayBeNothingStandsBack() {
        assertThat(roi(-0.1, 1.7))
                .isEqualTo(Cell.number("80%").in("quiet").with("-10% to 170%, not provable"));
    }

    private static Cell roi(double low, double high) {
        Rows rows =
                new Rows(
                        Map.of("roi", 0, "roi_low", 1, "roi_high", 2),
                        List.of(List.of(0.8, low, high)));
        return Impact.roi(AMERICAN, rows.all().get(0));
    }
}
