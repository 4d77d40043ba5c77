package io.enablement.domain.rep;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.TimeQuality;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SubjectTest {

    @Test
    void isTheSameAfterItWasPacked() {
        Subject deal =
                Subject.ofDeal(
                        "d-1",
                        "project",
                        List.of(
                                new Posting(Part.CREATED, 0, 1, JAN_5),
                                new Posting(Part.CREATED_AMOUNT, 0, 123_456, JAN_5),
                                new Posting(Part.WON_CYCLE_DAYS, 30, 1, day(FEB_4)),
                                new Posting(Part.QUOTA, 0, -5, JAN_5)));

        assertThat(Subject.unpack("d-1", deal.pack())).isEqualTo(deal);
    }

    @Test
    void holdsEveryPartWhenPacked() {
        List<Posting> postings =
                Arrays.stream(Part.values())
                        .map(part -> new Posting(part, part.isHistogram() ? 90 : 0, 1, JAN_5))
                        .toList();
        Subject subject = Subject.ofTrainings("p-1", postings);

        assertThat(Subject.unpack(Subject.TRAINING, subject.pack())).isEqualTo(subject);
    }

    private static Moment day(Moment moment) {
        return new Moment(moment.micros(), TimeQuality.DAY);
    }
}
