package io.enablement.streaming.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.cohort.Cohort;
import io.enablement.domain.cohort.CohortMonth;
import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.Month;
import io.enablement.domain.rep.Tally;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Fails if the month of a cohort of which nothing is left gets no tombstone, or if what was added
 * up before it comes back.
 */
class AddUpCohortsTest {

    private static final CohortMonth MARCH =
            new CohortMonth(
                    new Cohort("onboarding", "assigned", "2026-01"),
                    "project",
                    Month.of(2026, 3).index());

    private KeyedOneInputStreamOperatorTestHarness<CohortMonth, CohortTally, Change<CohortTally>>
            harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new AddUpCohorts()),
                        CohortTally::month,
                        TypeInformation.of(CohortMonth.class));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void addsUpWhatRepsReport() throws Exception {
        add(won(2));
        add(won(3));

        assertThat(last()).isEqualTo(Change.to(new CohortTally(MARCH, won(5))));
    }

    @Test
    void aMonthOfWhichNothingIsLeftCeasesToExist() throws Exception {
        add(won(2));
        add(won(2).negated());

        assertThat(last().gone()).isTrue();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void itBeginsAtNothingWhenItComesBack() throws Exception {
        add(won(2));
        add(won(2).negated());
        add(won(7));

        assertThat(last()).isEqualTo(Change.to(new CohortTally(MARCH, won(7))));
    }

    private void add(Tally change) throws Exception {
        harness.processElement(new CohortTally(MARCH, change), 0);
    }

    private Change<CohortTally> last() {
        return harness.extractOutputValues().get(harness.extractOutputValues().size() - 1);
    }

    private static Tally won(long deals) {
        return Tally.NONE.plus(Part.WON, 0, deals);
    }
}
