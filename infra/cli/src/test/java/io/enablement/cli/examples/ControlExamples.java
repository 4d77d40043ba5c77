package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who serves as a control: the audience, while the programme has not reached it. */
abstract class ControlExamples {

    private static final String PROGRAMME = "trial";

    /** Everybody wins one deal in January, March and May. */
    static void tell(ExampleEvents events) {
        events.programme(PROGRAMME, "2025-12-01", "trialist");
        wins(events, "treated", "trialist")
                .training("ENROLLED", "2026-02-05", PROGRAMME)
                .training("COMPLETED", "2026-03-05", PROGRAMME);
        wins(events, "treated-later", "trialist")
                .training("ENROLLED", "2026-04-05", PROGRAMME)
                .training("COMPLETED", "2026-05-05", PROGRAMME);
        wins(events, "only-assigned", "trialist").training("ENROLLED", "2026-02-05", PROGRAMME);
        wins(events, "never-treated", "trialist");
        wins(events, "outside-of-the-audience", "bystander");
    }

    private static ExampleRep wins(ExampleEvents events, String rep, String role) {
        for (String day : List.of("2026-01-20", "2026-03-20", "2026-05-20")) {
            events.deal(rep + "-" + day).created("2026-01-05", rep).won(day);
        }
        return events.rep(rep).hired("2024-01-01", "trials", role);
    }

    @Test
    void theCohortItselfHasOnlyItsMember() throws IOException {
        assertThat(
                        results()
                                .cohort(PROGRAMME, "completed", "2026-03", "2026-05")
                                .number("deals_won"))
                .isEqualTo(1);
    }

    @Test
    void beforeTheProgrammeReachedThemAllOthersOfTheAudienceAreControls() throws IOException {
        assertThat(controlWins("completed", "2026-03", "2026-01")).isEqualTo(3);
    }

    @Test
    void whoIsAssignedButNotTrainedIsNeitherTreatedNorControl() throws IOException {
        // In March those treated later and never.
        assertThat(controlWins("completed", "2026-03", "2026-03")).isEqualTo(2);
    }

    @Test
    void whoIsTreatedLaterIsAControlUntilThen() throws IOException {
        assertThat(controlWins("completed", "2026-03", "2026-05")).isEqualTo(1);
    }

    @Test
    void membersOfTheCohortAreNoControlsEvenBeforeItsMonth() throws IOException {
        assertThat(controlWins("assigned", "2026-02", "2026-01")).isEqualTo(2);
    }

    @Test
    void whoIsInTwoCohortsCountsOnceInEach() throws IOException {
        assertThat(
                        results()
                                .sum(
                                        "cohort_team_scorecard",
                                        Map.of(
                                                "programme_id", PROGRAMME,
                                                "basis", "completed",
                                                "cohort", "2026-03",
                                                "period", "2026-05",
                                                "deal_type", "all"),
                                        "deals_won"))
                .isEqualTo(1);
    }

    private static double controlWins(String basis, String cohort, String month)
            throws IOException {
        return results().control(PROGRAMME, basis, cohort, month).number("deals_won");
    }
}
