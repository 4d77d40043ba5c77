package io.enablement.cli.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enablement.cli.console.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GlossaryTest {

    private static final Metric REPS = new Metric("reps", "Reps", "count", "");
    private static final Metric WON = new Metric("deals_won", "Won", "count", "");

    private final Glossary glossary = new Glossary(byId());

    @Test
    void givesMetricsInTheOrderAskedForAndEachOnce() {
        assertThat(glossary.choose(List.of("deals_won", "reps", "deals_won")))
                .containsExactly(WON, REPS);
    }

    @Test
    void givesEveryMetricWhenAskedForAll() {
        assertThat(glossary.choose(List.of("all"))).containsExactly(REPS, WON);
    }

    @Test
    void namesAllMetricsWhereOneIsUnknown() {
        assertThatThrownBy(() -> glossary.choose(List.of("reps", "happiness")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no metric happiness")
                .hasMessageContaining("deals_won");
    }

    private static Map<String, Metric> byId() {
        Map<String, Metric> byId = new LinkedHashMap<>();
        byId.put("reps", REPS);
        byId.put("deals_won", WON);
        return byId;
    }
}
