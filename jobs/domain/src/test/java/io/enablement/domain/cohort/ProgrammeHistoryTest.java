package io.enablement.domain.cohort;

import static io.enablement.domain.ProgrammeEvents.defined;
import static io.enablement.domain.ProgrammeEvents.happened;
import static io.enablement.domain.ProgrammeEvents.history;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enablement.domain.event.Moment;
import io.enablement.domain.event.ProgrammeEvent.Kind;
import org.junit.jupiter.api.Test;

final class ProgrammeHistoryTest {

    @Test
    void keepsEveryVersionAndTheNewestIsCurrent() {
        ProgrammeHistory history = history(defined(2, FEB_4), defined(1, JAN_5));

        assertThat(history.definitions())
                .extracting(programme -> programme.definition().version())
                .containsExactly(1, 2);
        assertThat(newest(history).definition().version()).isEqualTo(2);
    }

    @Test
    void hasNoCurrentDefinitionUntilOneArrives() {
        assertThat(history(happened(Kind.RETIRED, JAN_5)).definitions()).isEmpty();
    }

    @Test
    void publishedContentJoinsWhatTheDefinitionNames() {
        ProgrammeHistory history =
                history(
                        defined(1, JAN_5).contents("c-2"),
                        happened(Kind.CONTENT_PUBLISHED, FEB_4).contents("c-1", "c-2"));

        assertThat(newest(history).contentIds()).containsExactly("c-1", "c-2");
    }

    @Test
    void namesEveryPieceOfContentThatWasPublished() {
        ProgrammeHistory history =
                history(
                        happened(Kind.CONTENT_PUBLISHED, FEB_4)
                                .contents("c-1", "c-2", "c-1")
                                .contentVersion("2"),
                        happened(Kind.CONTENT_PUBLISHED, JAN_5)
                                .contents("c-1")
                                .contentVersion("1"));

        assertThat(history.publications())
                .extracting(Publication::contentId, Publication::contentVersion, Publication::at)
                .containsExactly(
                        tuple("c-1", "1", JAN_5),
                        tuple("c-1", "2", FEB_4),
                        tuple("c-2", "2", FEB_4));
    }

    @Test
    void publishesNothingByItsDefinition() {
        assertThat(history(defined(1, JAN_5).contents("c-1")).publications()).isEmpty();
    }

    @Test
    void goesOnUntilItIsRetired() {
        ProgrammeHistory going = history(defined(1, JAN_5));
        ProgrammeHistory retired = history(defined(1, JAN_5), happened(Kind.RETIRED, MAR_6));

        assertThat(newest(going).retired()).isEqualTo(Moment.UNKNOWN);
        assertThat(newest(retired).retired()).isEqualTo(MAR_6);
    }

    @Test
    void theSameEventTwiceChangesNothing() {
        assertThat(history(defined(1, JAN_5), defined(1, JAN_5)))
                .isEqualTo(history(defined(1, JAN_5)));
    }

    @Test
    void isRetiredSinceItWasRecordedWhereNobodyKnowsSinceWhen() {
        ProgrammeHistory history =
                history(defined(1, JAN_5), happened(Kind.RETIRED, Moment.UNKNOWN).recorded(MAR_6));

        assertThat(newest(history).retired()).isEqualTo(MAR_6);
    }

    private static Programme newest(ProgrammeHistory history) {
        return history.definitions().get(history.definitions().size() - 1);
    }
}
