package io.enablement.domain.rep;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.event.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContentUseTest {

    @Test
    void eachUseCountsWhenItHappened() {
        assertThat(ContentUse.subject(List.of(JAN_5, FEB_4)).postings())
                .containsExactly(
                        new Posting(Part.CONTENT_USES, 0, 1, JAN_5),
                        new Posting(Part.CONTENT_USES, 0, 1, FEB_4));
    }

    @Test
    void aUseOfUnknownTimeCountsInNoPeriod() {
        assertThat(ContentUse.subject(List.of(Moment.UNKNOWN)).postings()).isEmpty();
    }

    @Test
    void sourceAndIdAreHashedApart() {
        assertThat(ContentUse.hash("a", "bc")).isNotEqualTo(ContentUse.hash("ab", "c"));
    }
}
