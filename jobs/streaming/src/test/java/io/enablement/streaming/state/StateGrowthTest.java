package io.enablement.streaming.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.cohort.CohortMonth;
import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.PackedEvent;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.Retention;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.rep.RepMonth;
import io.enablement.domain.rep.Tally;
import io.enablement.simulation.DisorderProfile;
import io.enablement.simulation.Simulation;
import io.enablement.simulation.SimulationSettings;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/**
 * An organisation of constant size over more than eight years, with a horizon of half a year.
 * Catches histories, postings or content that nothing ever drops.
 */
class StateGrowthTest {

    private static final int MONTHS = 108;
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
    private static final long PAUSE_MILLIS = TimeUnit.DAYS.toMillis(10);
    private static final Retention SHORT = new Retention(6);
    private static final Retention FOR_EVER = new Retention(1_200);

    @Test
    void endsWhenTheOrganisationGrowsNoMore() throws Exception {
        Iterator<Event> events = Simulation.of(SETTINGS);
        Run run = new Run(SHORT);

        run.through(events, end(MONTHS / 2));
        Kept half = run.kept();
        run.through(events, Long.MAX_VALUE);
        Kept whole = run.kept();

        assertThat(half.contentUses()).isPositive();
        assertThat(half.deals()).isPositive();
        assertThat(whole.histories()).isLessThan(half.histories() * 11 / 10);
        assertThat(whole.deals()).isLessThan(half.deals() * 11 / 10);
        assertThat(whole.contentUses()).isLessThan(half.contentUses() * 11 / 10);
    }

    @Test
    void changesNoNumber() throws Exception {
        Run freezing = new Run(SHORT);
        freezing.through(Simulation.of(SETTINGS), Long.MAX_VALUE);

        Run keeping = new Run(FOR_EVER);
        keeping.through(Simulation.of(SETTINGS), Long.MAX_VALUE);

        assertThat(freezing.months()).isEqualTo(keeping.months());
        assertThat(freezing.cohorts()).isEqualTo(keeping.cohorts());
    }

    private static long end(int month) {
        return SETTINGS.lastMonth().minusMonths(MONTHS - 1L - month).atDay(1).toEpochDay()
                * TimeUnit.DAYS.toMillis(1);
    }

    /** How much is kept, totals left out. */
    private record Kept(long histories, long deals, long contentUses) {}

    /** Both operators, one behind the other. */
    private static final class Run {

        private final KeyedOneInputStreamOperatorTestHarness<String, PackedEvent, RepInput> deals;
        private final KeyedOneInputStreamOperatorTestHarness<String, RepInput, CohortTally> reps;
        private long watermark = Long.MIN_VALUE;

        Run(Retention retention) throws Exception {
            deals = OpenOperators.foldDeals(retention);
            reps = OpenOperators.keepRepTimelines(retention);
        }

        void through(Iterator<Event> events, long endMillis) throws Exception {
            while (watermark < endMillis && events.hasNext()) {
                Event event = events.next();
                process(event);
                long recorded = TimeUnit.MICROSECONDS.toMillis(event.envelope().recordedAtMicros());
                if (recorded >= watermark + PAUSE_MILLIS || watermark == Long.MIN_VALUE) {
                    watermark = recorded;
                    deals.processWatermark(watermark);
                    passOn();
                    reps.processWatermark(watermark);
                }
            }
        }

        private void process(Event event) throws Exception {
            if (event instanceof DealEvent deal) {
                OpenOperators.process(deals, OpenOperators.packed(deal));
                passOn();
            } else if (event instanceof TrainingEvent training) {
                OpenOperators.process(reps, RepInput.of(training));
            } else if (event instanceof RepEvent rep) {
                OpenOperators.process(reps, RepInput.of(rep));
            } else if (event instanceof QuotaEvent quota) {
                OpenOperators.process(reps, RepInput.of(quota));
            } else if (event instanceof ContentEvent use && !use.repId().isEmpty()) {
                OpenOperators.process(reps, RepInput.of(use));
            }
        }

        private void passOn() throws Exception {
            while (!deals.getOutput().isEmpty()) {
                if (deals.getOutput().poll() instanceof StreamRecord<?> input) {
                    OpenOperators.process(reps, (RepInput) input.getValue());
                }
            }
        }

        Kept kept() throws Exception {
            return new Kept(
                    deals.numKeyedStateEntries(),
                    entries("deals", Types.STRING),
                    entries("content-events", Types.LONG));
        }

        private <K> long entries(String state, TypeInformation<K> key) throws Exception {
            long[] entries = new long[1];
            ((AbstractStreamOperator<?>) reps.getOperator())
                    .<String>getKeyedStateBackend()
                    .applyToAllKeys(
                            VoidNamespace.INSTANCE,
                            VoidNamespaceSerializer.INSTANCE,
                            new MapStateDescriptor<>(
                                    state,
                                    key,
                                    PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO),
                            (String rep, MapState<K, byte[]> map) ->
                                    map.keys().forEach(each -> entries[0]++));
            return entries[0];
        }

        Map<List<Object>, Tally> months() {
            Map<List<Object>, Tally> months = new HashMap<>();
            for (Change<RepMonth> month : SideOutputs.of(reps, RepMonths.MONTHS)) {
                months.put(month.value().key(), month.value().tally());
            }
            months.values().removeIf(Tally::isZero);
            return months;
        }

        Map<CohortMonth, Tally> cohorts() {
            Map<CohortMonth, Tally> cohorts = new HashMap<>();
            for (CohortTally change : reps.extractOutputValues()) {
                cohorts.merge(change.month(), change.tally(), Tally::plus);
            }
            cohorts.values().removeIf(Tally::isZero);
            return cohorts;
        }
    }
}
