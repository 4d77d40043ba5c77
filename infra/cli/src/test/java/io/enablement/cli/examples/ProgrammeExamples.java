package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.LAST_QUARTER;
import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.cli.examples.ExampleResults.Shown;
import java.io.IOException;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What leads: requests, enrolments, completions, attempts, answers, assignments. */
abstract class ProgrammeExamples {

    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final String PROGRAMME = "leading";

    static void tell(ExampleEvents events) {
        events.rep("quick")
                .training("REQUESTED", "2026-01-05", PROGRAMME)
                .training("REQUESTED", "2026-01-06", PROGRAMME)
                .training("ENROLLED", "2026-01-10", PROGRAMME)
                .training("STARTED", "2026-01-11", PROGRAMME)
                .training("PASSED", "2026-01-20", PROGRAMME, Map.of("score", 0.9))
                .training("SURVEYED", "2026-01-21", PROGRAMME, Map.of("score", 0.5));
        events.rep("refused").training("REQUESTED", "2026-01-05", PROGRAMME);
        events.rep("slow")
                .training("ENROLLED", "2026-01-10", PROGRAMME)
                .training("STARTED", "2026-01-11", PROGRAMME)
                .training("COMPLETED", "2026-02-09", PROGRAMME)
                .training("SURVEYED", "2026-01-21", PROGRAMME, Map.of("score", 1));
        events.rep("failing")
                .training("ENROLLED", "2026-01-10", PROGRAMME)
                .training("STARTED", "2026-01-11", PROGRAMME)
                .training("FAILED", "2026-01-20", PROGRAMME, Map.of("score", 0.4))
                .training(
                        "PASSED", "2026-01-25", PROGRAMME, Map.of("score", 0.5, "success", false));
        events.rep("waived")
                .training("ENROLLED", "2026-01-10", PROGRAMME)
                .training("WAIVED", "2026-01-11", PROGRAMME);
        tellMistake(events);
        tellAssignments(events);
    }

    /** Nothing of it has happened. */
    private static void tellMistake(ExampleEvents events) {
        events.rep("nobody")
                .training("ENROLLED", "2026-01-10", PROGRAMME, Map.of("id", "no-enrolment"))
                .training("PASSED", "2026-01-20", PROGRAMME, Map.of("id", "no-pass", "score", 1));
        for (String mistake : new String[] {"no-enrolment", "no-pass"}) {
            events.rep("nobody")
                    .training(
                            "VOIDED",
                            "2026-01-21",
                            PROGRAMME,
                            Map.of("target_source", ExampleEvents.SOURCE, "target_id", mistake));
        }
    }

    private static void tellAssignments(ExampleEvents events) {
        events.deal("practised").createdIn("A", 1, "2026-01-05", "slow").won("2026-03-05");
        Map<String, ?> onDeal = Map.of("deal_id", "practised", "stage", "A");
        events.rep("slow")
                .training("ASSIGNMENT_SUBMITTED", "2026-01-12", PROGRAMME, onDeal)
                .training("ASSIGNMENT_APPROVED", "2026-01-13", PROGRAMME, onDeal)
                .training(
                        "ASSIGNMENT_SUBMITTED",
                        "2026-01-14",
                        PROGRAMME,
                        Map.of("deal_id", "made-up", "stage", "A"))
                .training("COACHED", "2026-01-15", PROGRAMME, onDeal);
    }

    @Test
    void askingTwiceForACourseIsOneRequest() throws IOException {
        Shown january = results().programme(PROGRAMME, "2026-01");

        assertThat(january.number("trainings_requested")).isEqualTo(2);
        assertThat(january.number("request_fulfilment")).isCloseTo(1.0 / 2, EXACTLY);
    }

    @Test
    void completionIsMeasuredOverThoseWhoWereEnrolled() throws IOException {
        Shown january = results().programme(PROGRAMME, "2026-01");

        assertThat(january.number("enrolled")).isEqualTo(4);
        assertThat(january.number("started")).isEqualTo(3);
        assertThat(january.number("completed")).isEqualTo(1);
        assertThat(january.number("waived")).isEqualTo(1);
        assertThat(january.number("completion_rate")).isCloseTo(2.0 / 4, EXACTLY);
    }

    @Test
    void daysToCompleteRunFromTheEnrolment() throws IOException {
        Shown quarter = results().programme(PROGRAMME, LAST_QUARTER);

        assertThat(results().programme(PROGRAMME, "2026-02").number("days_to_complete_mean"))
                .isCloseTo(30, EXACTLY);
        assertThat(quarter.number("days_to_complete_mean")).isCloseTo((10.0 + 30) / 2, EXACTLY);
        assertThat(quarter.number("days_to_complete_median")).isCloseTo(20, EXACTLY);
    }

    @Test
    void passRateCountsAttemptsByTheirSuccess() throws IOException {
        Shown january = results().programme(PROGRAMME, "2026-01");

        assertThat(january.number("pass_rate")).isCloseTo(1.0 / 3, EXACTLY);
        assertThat(january.number("mean_score")).isCloseTo((0.9 + 0.4 + 0.5) / 3, EXACTLY);
    }

    @Test
    void surveysHaveAMean() throws IOException {
        assertThat(results().programme(PROGRAMME, "2026-01").number("survey_mean"))
                .isCloseTo((0.5 + 1) / 2, EXACTLY);
    }

    @Test
    void assignmentsAndCoachingAreCounted() throws IOException {
        Shown january = results().programme(PROGRAMME, "2026-01");

        assertThat(january.number("assignments_submitted")).isEqualTo(2);
        assertThat(january.number("assignments_approved")).isEqualTo(1);
        assertThat(january.number("coaching_sessions")).isEqualTo(1);
    }

    @Test
    void assignmentsAreTiedToTheDealAndItsStage() throws IOException {
        Shown stage =
                results()
                        .one(
                                "programme_assignment",
                                Map.of(
                                        "programme_id",
                                        PROGRAMME,
                                        "stage",
                                        "A",
                                        "period",
                                        "2026-01"));

        assertThat(stage.number("submitted_on_deals")).isEqualTo(1);
        assertThat(stage.number("approved_on_deals")).isEqualTo(1);
        assertThat(stage.number("assigned_deals_won")).isEqualTo(1);
    }

    @Test
    void aDealOfARepInTwoCohortsEntersItsStageOnceInEach() throws IOException {
        for (String cohort : new String[] {"assigned 2026-01", "completed 2026-02"}) {
            String[] names = cohort.split(" ");
            assertThat(
                            results()
                                    .sum(
                                            "cohort_stage_scorecard",
                                            Map.of(
                                                    "programme_id",
                                                    PROGRAMME,
                                                    "basis",
                                                    names[0],
                                                    "cohort",
                                                    names[1],
                                                    "stage",
                                                    "A",
                                                    "period",
                                                    "2026-01",
                                                    "deal_type",
                                                    "all"),
                                            "stage_entered"))
                    .as(cohort)
                    .isEqualTo(1);
        }
    }

    @Test
    void aProgrammeWithoutAttemptsHasNoPassRate() throws IOException {
        Shown february = results().programme(PROGRAMME, "2026-02");

        assertThat(february.number("pass_rate")).isNull();
        assertThat(february.number("completion_rate")).isNull();
        assertThat(february.number("request_fulfilment")).isNull();
        assertThat(february.number("survey_mean")).isNull();
    }
}
