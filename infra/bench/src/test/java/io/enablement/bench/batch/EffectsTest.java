package io.enablement.bench.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.bench.contest.Race;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private static final Pattern VALUE = Pattern.compile("value=([0-9.]+)");
    private static final long REP_MONTHS = 36 * 2_000;

    /** What each outcome gains by the start is 0.1. */
    @Test
    void areThoseThatThePanelWasMadeWith() {
        Effects effects = new Effects();

        effects.run(new Race("panel", REP_MONTHS, 1, "", "", "", "", "", "", "unused"));

        Matcher value = VALUE.matcher(effects.numbers().get(0));
        assertThat(value.find()).isTrue();
        assertThat(Double.parseDouble(value.group(1))).isCloseTo(0.1, within(0.01));
    }
}
