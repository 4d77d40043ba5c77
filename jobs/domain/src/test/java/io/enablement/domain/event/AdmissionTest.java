package io.enablement.domain.event;

import static io.enablement.domain.DealEvents.created;
import static io.enablement.domain.DealEvents.stageChanged;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.at;
import static io.enablement.domain.Times.later;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.Rejection.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AdmissionTest {

    private static final Moment THREE_YEARS_LATER = at("2029-01-05T00:00:00Z");
    private static final Moment AN_INSTANT_MORE = Moment.of(THREE_YEARS_LATER.micros() + 1);

    @Test
    void letsASoundEventIn() {
        assertThat(refusal(created(JAN_5).event(), JAN_5)).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSenseByItself() {
        DealEvent event = stageChanged("", JAN_5).event();

        assertThat(Admission.DEFAULT.refuse(event, JAN_5.micros()))
                .contains(new Rejection(Reason.INVALID, "stage is empty"));
    }

    @Test
    void isTooLateMoreThan36MonthsAfterItHappened() {
        DealEvent justInTime = created(JAN_5).recorded(THREE_YEARS_LATER).event();
        DealEvent tooLate = created(JAN_5).recorded(AN_INSTANT_MORE).event();

        assertThat(refusal(justInTime, AN_INSTANT_MORE)).isEmpty();
        assertThat(refusal(tooLate, AN_INSTANT_MORE)).contains(Reason.TOO_LATE);
    }

    @Test
    void isNotTooLateBecauseTheLogIsReadMuchLater() {
        assertThat(refusal(created(JAN_5).event(), at("2040-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void isNeverTooLateAtAnUnknownTime() {
        DealEvent event = created(Moment.UNKNOWN).recorded(JAN_5).event();

        assertThat(refusal(event, JAN_5)).isEmpty();
    }

    @Test
    void isFromTheFutureMoreThanADayAheadOfTheLog() {
        Moment tomorrow = later(JAN_5, 1);
        Moment anInstantMore = Moment.of(tomorrow.micros() + 1);

        assertThat(refusal(created(tomorrow).event(), JAN_5)).isEmpty();
        assertThat(refusal(created(anInstantMore).event(), JAN_5)).contains(Reason.FUTURE);
    }

    @Test
    void isFromTheFutureAlsoByTheClockOfRecording() {
        DealEvent event = created(JAN_5).recorded(later(JAN_5, 2)).event();

        assertThat(refusal(event, JAN_5)).contains(Reason.FUTURE);
    }

    private static Optional<Reason> refusal(DealEvent event, Moment log) {
        return Admission.DEFAULT.refuse(event, log.micros()).map(Rejection::reason);
    }
}
