package io.enablement.streaming.state;

import static java.util.stream.Collectors.groupingBy;
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
import io.enablement.domain.rep.LedgerEntry;
import io.enablement.domain.rep.RepMonth;
import io.enablement.domain.rep.Tally;
import io.enablement.simulation.DisorderProfile;
import io.enablement.simulation.Simulation;
import io.enablement.simulation.SimulationSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A disordered organisation, of which each input is worked through by itself, or all of them at
 * once. Catches a cause that is lost when inputs are held, a month that misses one of them, and a
 * cohort that is entered with half of what is held.
 */
class HeldInputsTest {

    private static final Retention FOR_EVER = new Retention(1_200);

    private final List<PackedEvent> deals = new ArrayList<>();
    private final List<RepInput> others = new ArrayList<>();
    private KeyedOneInputStreamOperatorTestHarness<String, PackedEvent, RepInput> dealsOneByOne;
    private KeyedOneInputStreamOperatorTestHarness<String, PackedEvent, RepInput> dealsTogether;
    private KeyedOneInputStreamOperatorTestHarness<String, RepInput, CohortTally> oneByOne;
    private KeyedOneInputStreamOperatorTestHarness<String, RepInput, CohortTally> together;

    @BeforeEach
    void open() throws Exception {
        SimulationSettings settings =
                SimulationSettings.standard(8, 12, 5).withDisorder(DisorderProfile.SEVERE);
        for (Simulation events = Simulation.of(settings); events.hasNext(); ) {
            take(events.next());
        }
        dealsOneByOne = OpenOperators.foldDeals(FOR_EVER);
        dealsTogether = OpenOperators.foldDeals(FOR_EVER);
        oneByOne = OpenOperators.keepRepTimelines(FOR_EVER);
        together = OpenOperators.keepRepTimelines(FOR_EVER);
        for (PackedEvent deal : deals) {
            OpenOperators.process(dealsOneByOne, deal);
            dealsTogether.processElement(deal, 0);
        }
    }

    @AfterEach
    void close() throws Exception {
        dealsOneByOne.close();
        dealsTogether.close();
        oneByOne.close();
        together.close();
    }

    @Test
    void waitForTheCheckpoint() throws Exception {
        assertThat(dealsTogether.getOutput()).isEmpty();
        assertThat(dealsTogether.numKeyedStateEntries()).isZero();

        dealsTogether.prepareSnapshotPreBarrier(1);
        assertThat(dealsTogether.numKeyedStateEntries())
                .isEqualTo(dealsOneByOne.numKeyedStateEntries());
    }

    @Test
    void ofADealTellRepsTheSameInTheSameOrder() throws Exception {
        dealsTogether.prepareSnapshotPreBarrier(1);

        assertThat(byDeal(dealsTogether)).isEqualTo(byDeal(dealsOneByOne));
        assertThat(SideOutputs.of(dealsTogether, FoldDeals.DEALS))
                .hasSameSizeAs(byDeal(dealsTogether).keySet());
    }

    @Test
    void ofARepGiveTheSameLedgerMonthsAndCohorts() throws Exception {
        workThroughReps();

        assertThat(ledgers(together)).isEqualTo(ledgers(oneByOne));
        assertThat(months(together)).isEqualTo(months(oneByOne)).isNotEmpty();
        assertThat(cohorts(together)).isEqualTo(cohorts(oneByOne)).isNotEmpty();
        assertThat(together.numKeyedStateEntries()).isEqualTo(oneByOne.numKeyedStateEntries());
    }

    private void workThroughReps() throws Exception {
        List<RepInput> inputs = new ArrayList<>(dealsOneByOne.extractOutputValues());
        int from = inputs.size() / 2; // half of the deals come before anything else is known
        inputs.addAll(from, others);
        for (RepInput input : inputs) {
            OpenOperators.process(oneByOne, input);
            together.processElement(input, 0);
        }
        together.prepareSnapshotPreBarrier(1);
    }

    private void take(Event event) {
        if (event instanceof DealEvent deal) {
            deals.add(OpenOperators.packed(deal));
        } else if (event instanceof TrainingEvent training) {
            others.add(RepInput.of(training));
        } else if (event instanceof RepEvent rep) {
            others.add(RepInput.of(rep));
        } else if (event instanceof QuotaEvent quota) {
            others.add(RepInput.of(quota));
        } else if (event instanceof ContentEvent use && !use.repId().isEmpty()) {
            others.add(RepInput.of(use));
        }
    }

    private static Map<String, List<RepInput>> byDeal(
            KeyedOneInputStreamOperatorTestHarness<String, PackedEvent, RepInput> deals) {
        return deals.extractOutputValues().stream()
                .collect(groupingBy(input -> input.deal().name()));
    }

    private static Map<String, List<LedgerEntry>> ledgers(
            KeyedOneInputStreamOperatorTestHarness<String, RepInput, CohortTally> reps) {
        return Stream.of(RepMonths.LEDGER, RepMonths.CONTENT_LEDGER)
                .flatMap(ledger -> SideOutputs.of(reps, ledger).stream())
                .collect(groupingBy(LedgerEntry::repId));
    }

    private static Map<List<Object>, Tally> months(
            KeyedOneInputStreamOperatorTestHarness<String, RepInput, CohortTally> reps) {
        Map<List<Object>, Tally> months = new HashMap<>();
        for (Change<RepMonth> month : SideOutputs.of(reps, RepMonths.MONTHS)) {
            months.put(month.value().key(), month.value().tally());
        }
        months.values().removeIf(Tally::isZero);
        return months;
    }

    private static Map<CohortMonth, Tally> cohorts(
            KeyedOneInputStreamOperatorTestHarness<String, RepInput, CohortTally> reps) {
        Map<CohortMonth, Tally> cohorts = new HashMap<>();
        for (CohortTally change : reps.extractOutputValues()) {
            cohorts.merge(change.month(), change.tally(), Tally::plus);
        }
        cohorts.values().removeIf(Tally::isZero);
        return cohorts;
    }
}
