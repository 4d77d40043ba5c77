package io.enablement.streaming.state;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.DealStatus;
import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.deal.StageTime;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.PackedEvent;
import io.enablement.domain.event.Progress;
import io.enablement.domain.event.Retention;
import io.enablement.streaming.ingest.DealFormat;
import java.util.List;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoldDealsTest {

    private KeyedOneInputStreamOperatorTestHarness<String, PackedEvent, RepInput> harness;

    @BeforeEach
    void open() throws Exception {
        harness = OpenOperators.foldDeals(new Retention(36));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void tellsTheOwnerWhatTheDealAdds() throws Exception {
        process(DealEvents.created(JAN_5));
        process(DealEvents.lost(FEB_4));

        assertThat(last().repId()).isEqualTo("ann");
        assertThat(parts(last()))
                .containsExactly(
                        Part.CREATED,
                        Part.LOST,
                        Part.LOST_CYCLES,
                        Part.LOST_CYCLE_MICROS,
                        Part.LOST_CYCLE_DAYS);
        assertThat(last().cause().id()).isEqualTo(DealEvents.lost(FEB_4).event().envelope().id());
    }

    @Test
    void staysSilentWhenAnEventComesTwice() throws Exception {
        process(DealEvents.created(JAN_5));
        process(DealEvents.created(JAN_5));

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(SideOutputs.of(harness, FoldDeals.DEALS)).hasSize(1);
        assertThat(progress().duplicates()).isEqualTo(1);
    }

    @Test
    void tellsNobodyWhatChangesNoNumber() throws Exception {
        process(DealEvents.created(JAN_5));
        process(DealEvents.stageChanged("proposal", JAN_20));

        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    @Test
    void takesADeletedDealBackFromEveryRepItWasOf() throws Exception {
        process(DealEvents.created(JAN_5));
        process(DealEvents.ownerChanged("bob", JAN_20));
        process(DealEvents.won(FEB_4));
        process(DealEvents.deleted(MAR_6));

        List<RepInput> inputs = harness.extractOutputValues();
        List<RepInput> takenBack = inputs.subList(inputs.size() - 2, inputs.size());
        assertThat(takenBack).extracting(RepInput::repId).containsExactly("ann", "bob");
        assertThat(takenBack).allMatch(input -> input.deal().unpack().postings().isEmpty());
    }

    @Test
    void movesAnOpenDealToItsNewOwnerAndToTheNewDateOfItsClose() throws Exception {
        process(DealEvents.created(JAN_5).expectedClose(FEB_4));
        process(DealEvents.ownerChanged("bob", JAN_20));
        process(DealEvents.closeExpected(MAR_6, FEB_4));

        List<RepInput> inputs = harness.extractOutputValues();
        assertThat(inputs).extracting(RepInput::repId).containsExactly("ann", "ann", "bob", "bob");
        assertThat(parts(inputs.get(1))).containsExactly(Part.CREATED);
        assertThat(last().deal().unpack().postings())
                .containsExactly(new Posting(Part.OPEN_DUE, 0, 1, onDay("2026-03-06")));
    }

    @Test
    void leavesNoStageOfADealThatIsGone() throws Exception {
        process(DealEvents.created(JAN_5).stage("discovery"));
        process(DealEvents.deleted(FEB_4));

        List<Change<StageTime>> stages = SideOutputs.of(harness, FoldDeals.STAGES);
        assertThat(stages).extracting(Change::gone).containsExactly(false, true);
    }

    @Test
    void keepsTheLaterRecordedOfTwoContentsAndPutsTheOtherAside() throws Exception {
        DealEvents first = DealEvents.won(JAN_20).id("e-1").usd(100);
        DealEvents second = DealEvents.won(JAN_20).id("e-1").usd(200).recorded(FEB_4);

        process(second);
        process(first);

        assertThat(lastDeal().value().price().amountMinor()).isEqualTo(200);
        assertThat(onlyLetter().payload()).isEqualTo(new DealFormat().write(first.event()));
    }

    @Test
    void putsTheSameContentAsideInTheOtherOrder() throws Exception {
        DealEvents first = DealEvents.won(JAN_20).id("e-1").usd(100);
        DealEvents second = DealEvents.won(JAN_20).id("e-1").usd(200).recorded(FEB_4);

        process(first);
        process(second);

        assertThat(lastDeal().value().price().amountMinor()).isEqualTo(200);
        assertThat(onlyLetter().payload()).isEqualTo(new DealFormat().write(first.event()));
        assertThat(progress().deadLetters()).isEqualTo(1);
    }

    @Test
    void foldsAnEventThatComesLateIntoItsPlace() throws Exception {
        process(DealEvents.created(JAN_5));
        process(DealEvents.won(MAR_6));
        process(DealEvents.ownerChanged("bob", FEB_4));

        assertThat(lastDeal().value().status()).isEqualTo(DealStatus.WON);
        assertThat(lastDeal().value().closing().owner()).isEqualTo("bob");
    }

    private void process(DealEvents event) throws Exception {
        OpenOperators.process(harness, OpenOperators.packed(event.event()));
    }

    private RepInput last() {
        List<RepInput> inputs = harness.extractOutputValues();
        return inputs.get(inputs.size() - 1);
    }

    private Change<Deal> lastDeal() {
        List<Change<Deal>> deals = SideOutputs.of(harness, FoldDeals.DEALS);
        return deals.get(deals.size() - 1);
    }

    private DeadLetter onlyLetter() {
        List<DeadLetter> letters = SideOutputs.of(harness, Refused.DEAD_LETTERS);
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private Progress progress() {
        return SideOutputs.of(harness, Refused.PROGRESS).stream()
                .reduce(Progress::plus)
                .orElseThrow();
    }

    private static List<Part> parts(RepInput input) {
        return input.deal().unpack().postings().stream().map(Posting::part).toList();
    }
}
