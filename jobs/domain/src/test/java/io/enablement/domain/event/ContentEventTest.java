package io.enablement.domain.event;

import static io.enablement.domain.ContentEvents.happened;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.event.ContentEvent.Kind;
import org.junit.jupiter.api.Test;

final class ContentEventTest {

    @Test
    void belongsToTheRepAndElseToTheDeal() {
        ContentEvents byRep = happened(Kind.SHARED, JAN_5).repId("ann").dealId("d-1");
        ContentEvents byBuyer = happened(Kind.BUYER_VIEWED, JAN_5).repId("").dealId("d-1");

        assertThat(byRep.event().aggregate()).isEqualTo("ann");
        assertThat(byBuyer.event().aggregate()).isEqualTo("d-1");
        assertThat(byBuyer.event().problem()).isEmpty();
    }

    @Test
    void needsARepOrADeal() {
        assertProblem(happened(Kind.VIEWED, JAN_5).repId(""), "rep_id and deal_id are both empty");
    }

    @Test
    void needsItsContentUnlessItIsAVoid() {
        assertProblem(happened(Kind.VIEWED, JAN_5).contentId(""), "content_id is empty");
        assertThat(happened(Kind.VOIDED, JAN_5).contentId("").target("dms", "7").event().problem())
                .isEmpty();
    }

    @Test
    void aVoidNeedsATarget() {
        assertProblem(happened(Kind.VOIDED, JAN_5), "VOIDED needs target_source and target_id");
    }

    @Test
    void numbersAreInTheirRanges() {
        assertProblem(
                happened(Kind.VIEWED, JAN_5).durationSeconds(-1), "duration_seconds is negative");
        assertProblem(happened(Kind.VIEWED, JAN_5).pages(-1, 4), "pages_seen is negative");
        assertProblem(
                happened(Kind.VIEWED, JAN_5).pages(5, 4), "pages_seen is more than pages_total");
    }

    private static void assertProblem(ContentEvents event, String problem) {
        assertThat(event.event().problem()).contains(problem);
    }
}
