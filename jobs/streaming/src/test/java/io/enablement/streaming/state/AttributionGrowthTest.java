package io.enablement.streaming.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.attribution.AttributionRules;
import io.enablement.domain.event.Event;
import io.enablement.simulation.DisorderProfile;
import io.enablement.simulation.Simulation;
import io.enablement.simulation.SimulationSettings;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * An organisation of constant size over six years, with a horizon of half a year. Catches touches,
 * claims or journeys that nothing ever drops, and such that are dropped while they still count.
 */
class AttributionGrowthTest {

    private static final int MONTHS = 72;
    private static final int FOR_EVER = 600;
    private static final SimulationSettings SETTINGS =
            new SimulationSettings(
                    8,
                    MONTHS,
                    5,
                    SimulationSettings.DEFAULT_LAST_MONTH,
                    1,
                    3,
                    1,
                    DisorderProfile.NONE);
    private static final AttributionRules RULES = new AttributionRules(90, 90, 90, 90, 30, 200, 6);
    private static final long PAUSE_MILLIS = TimeUnit.DAYS.toMillis(10);

    @Test
    void endsWhenTheOrganisationGrowsNoMoreAndChangesNoRow() throws Exception {
        try (AttributionRun dropping = new AttributionRun(RULES);
                AttributionRun keeping = new AttributionRun(RULES, FOR_EVER)) {
            Iterator<Event> events = Simulation.of(SETTINGS);
            process(events, end(MONTHS / 2), dropping);
            AttributionRun.Kept half = dropping.kept();
            process(events, Long.MAX_VALUE, dropping);
            AttributionRun.Kept whole = dropping.kept();

            process(Simulation.of(SETTINGS), Long.MAX_VALUE, keeping);

            assertThat(half.deals()).isPositive();
            assertThat(half.uses()).isPositive();
            assertThat(half.lists()).isPositive();
            assertThat(whole.deals()).isLessThan(half.deals() * 3 / 2);
            assertThat(whole.uses()).isLessThan(half.uses() * 3 / 2);
            assertThat(whole.days()).isLessThan(half.days() * 3 / 2);
            assertThat(whole.claims()).isLessThan(half.claims() * 3 / 2);
            assertThat(whole.lists()).isLessThan(half.lists() * 3 / 2);
            assertThat(dropping.credits()).isEqualTo(keeping.credits()).isNotEmpty();
            assertThat(dropping.touches()).isEqualTo(keeping.touches()).isNotEmpty();
            assertThat(dropping.journeys()).isEqualTo(keeping.journeys());
        }
    }

    private static void process(Iterator<Event> events, long endMillis, AttributionRun run)
            throws Exception {
        long watermark = Long.MIN_VALUE;
        while (watermark < endMillis && events.hasNext()) {
            Event event = events.next();
            run.process(event);
            long recorded = TimeUnit.MICROSECONDS.toMillis(event.envelope().recordedAtMicros());
            if (watermark == Long.MIN_VALUE || recorded >= watermark + PAUSE_MILLIS) {
                watermark = recorded;
                run.watermark(watermark);
                run.checkpoint();
            }
        }
        run.checkpoint();
    }

    private static long end(int month) {
        return SETTINGS.lastMonth().minusMonths(MONTHS - 1L - month).atDay(1).toEpochDay()
                * TimeUnit.DAYS.toMillis(1);
    }
}
