package io.enablement.domain.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enablement.domain.deal.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class TallyTest {

    @Test
    void holdsEachPartOnItsOwn() {
        Tally tally = Tally.NONE.plus(Part.WON, 0, 2).plus(Part.WON_AMOUNT, 0, 900);

        assertThat(tally.sum(Part.WON)).isEqualTo(2);
        assertThat(tally.sum(Part.WON_AMOUNT)).isEqualTo(900);
        assertThat(tally.sum(Part.LOST)).isZero();
    }

    @Test
    void countsByBucket() {
        Tally tally =
                Tally.NONE
                        .plus(Part.WON_CYCLE_DAYS, 30, 1)
                        .plus(Part.WON_CYCLE_DAYS, 30, 1)
                        .plus(Part.LOST_CYCLE_DAYS, 7, 1)
                        .plus(Part.COMPLETION_DAYS, 14, 1);

        assertThat(tally.histogram(Part.WON_CYCLE_DAYS)).isEqualTo(Map.of(30, 2L));
        assertThat(tally.histogram(Part.LOST_CYCLE_DAYS)).isEqualTo(Map.of(7, 1L));
        assertThat(tally.histogram(Part.COMPLETION_DAYS)).isEqualTo(Map.of(14, 1L));
    }

    @Test
    void forgetsABucketThatReturnsToZero() {
        Tally tally = Tally.NONE.plus(Part.WON_CYCLE_DAYS, 30, 1).plus(Part.WON_CYCLE_DAYS, 30, -1);

        assertThat(tally.isZero()).isTrue();
        assertThat(tally).isEqualTo(Tally.NONE);
    }

    @Test
    void addingNothingToABucketLeavesNoBucket() {
        assertThat(Tally.NONE.plus(Part.WON_CYCLE_DAYS, 30, 0).isZero()).isTrue();
    }

    @Test
    void readsWhatWasWrittenBeforeAPartExisted() {
        Tally old = new Tally(new long[] {3}, Map.of(), Map.of(), null);

        assertThat(old.sum(Part.CREATED)).isEqualTo(3);
        assertThat(old.sum(Part.CONTENT_USES)).isZero();
        assertThat(old.histogram(Part.COMPLETION_DAYS)).isEmpty();
        assertThat(old).isEqualTo(Tally.NONE.plus(Part.CREATED, 0, 3));
    }

    @Test
    void isTheSameAfterItWasPacked() {
        Tally tally =
                Tally.NONE
                        .plus(Part.COACHED, 0, -3)
                        .plus(Part.WON_AMOUNT, 0, Long.MAX_VALUE)
                        .plus(Part.WON_CYCLE_DAYS, 30, 2)
                        .plus(Part.LOST_CYCLE_DAYS, 0, -1)
                        .plus(Part.COMPLETION_DAYS, 1_000, 1);

        assertThat(Tally.unpack(tally.pack())).isEqualTo(tally);
        assertThat(Tally.unpack(Tally.NONE.pack())).isEqualTo(Tally.NONE);
    }

    @Test
    void readsWhatWasPackedBeforeAHistogramExisted() {
        byte[] packed = Tally.NONE.plus(Part.WON_CYCLE_DAYS, 30, 2).pack();
        byte[] withoutTheLast = Arrays.copyOf(packed, packed.length - 1);

        assertThat(Tally.unpack(withoutTheLast)).isEqualTo(Tally.unpack(packed));
    }

    @Test
    void isNoLongerThanThePartsItHolds() {
        assertThat(Tally.NONE.plus(Part.WON, 0, 1).sums()).hasSize(4);
        assertThat(Tally.NONE.plus(Part.COACHED, 0, 1).plus(Part.WON, 0, 1).sums())
                .hasSameSizeAs(Part.SUMS.toArray());
    }

    @Test
    void hasNoBucketsOfAPartThatIsOneNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> Tally.NONE.histogram(Part.WON));
    }

    @Test
    void namesItsColumnsInTheOrderOfTheTables() {
        assertThat(Arrays.stream(Part.values()).map(Part::column))
                .containsExactly(
                        "created",
                        "created_amount",
                        "created_won",
                        "won",
                        "lost",
                        "dropped",
                        "won_priced",
                        "won_amount",
                        "lost_amount",
                        "won_cycles",
                        "won_cycle_micros",
                        "lost_cycles",
                        "lost_cycle_micros",
                        "qualified",
                        "qualified_won",
                        "reopened",
                        "credited",
                        "overlay_credit",
                        "quota",
                        "quota_holders",
                        "content_uses",
                        "created_qualified",
                        "open_due",
                        "open_due_amount",
                        "content_uses_on_deals",
                        "requested",
                        "requests_fulfilled",
                        "enrolled",
                        "enrolled_completed",
                        "started",
                        "completed",
                        "waived",
                        "completion_times",
                        "completion_micros",
                        "passed",
                        "failed",
                        "scores",
                        "score_millionths",
                        "surveys",
                        "survey_millionths",
                        "assignments_submitted",
                        "assignments_approved",
                        "coached",
                        "won_cycle_days",
                        "lost_cycle_days",
                        "completion_days");
    }

    @Property
    void addsUpToTheSameInAnyOrderAndGrouping(
            @ForAll("tallies") List<Tally> tallies, @ForAll Random random) {
        Tally inOrder = sum(tallies);
        List<Tally> shuffled = new ArrayList<>(tallies);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(shuffled.size() + 1);

        Tally grouped =
                sum(shuffled.subList(0, cut)).plus(sum(shuffled.subList(cut, shuffled.size())));

        assertThat(grouped).isEqualTo(inOrder).hasSameHashCodeAs(inOrder);
    }

    @Property
    void lessItselfIsNothing(@ForAll("tallies") List<Tally> tallies) {
        Tally sum = sum(tallies);

        assertThat(sum.plus(sum.negated())).isEqualTo(Tally.NONE);
    }

    @Provide
    Arbitrary<List<Tally>> tallies() {
        return Combinators.combine(
                        Arbitraries.of(Part.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(-5, 5))
                .as(Tally.NONE::plus)
                .list()
                .ofMaxSize(20)
                .withoutEdgeCases();
    }

    private static Tally sum(List<Tally> tallies) {
        return tallies.stream().reduce(Tally.NONE, Tally::plus);
    }
}
