package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.examples.ExampleResults.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who belongs to which cohort of a programme, and with which months. */
abstract class CohortExamples {

    private static final String PROGRAMME = "cohorts";
    private static final Map<String, ?> VOID_OF_A_COMPLETION =
            Map.of("target_source", ExampleEvents.SOURCE, "target_id", "mistaken-completion");
    private static final Map<String, ?> VOID_OF_AN_ENROLMENT =
            Map.of("target_source", ExampleEvents.SOURCE, "target_id", "mistaken-enrolment");

    static void tell(ExampleEvents events) {
        events.rep("trained")
                .training("ENROLLED", "2026-01-20", PROGRAMME)
                .training("PASSED", "2026-02-10", PROGRAMME, Map.of("course_id", "second-course"))
                .training("COMPLETED", "2026-03-10", PROGRAMME, Map.of("course_id", "first-course"))
                .training("ENROLLED", "2026-04-20", PROGRAMME);
        events.deal("before-training").created("2025-11-05", "trained").won("2025-12-05");
        events.deal("after-training").created("2025-11-05", "trained").won("2026-03-05");
        events.rep("excused")
                .training("ENROLLED", "2026-01-20", PROGRAMME)
                .training("WAIVED", "2026-02-10", PROGRAMME);
        events.rep("unsuccessful")
                .training("ENROLLED", "2026-01-20", PROGRAMME)
                .training("COMPLETED", "2026-02-10", PROGRAMME, Map.of("success", false));
        events.rep("mistaken")
                .training("VOIDED", "2026-02-12", PROGRAMME, VOID_OF_A_COMPLETION)
                .training(
                        "COMPLETED", "2026-02-10", PROGRAMME, Map.of("id", "mistaken-completion"));
        events.rep("enrolled-again")
                .training("ENROLLED", "2026-01-20", PROGRAMME, Map.of("id", "mistaken-enrolment"))
                .training("VOIDED", "2026-01-21", PROGRAMME, VOID_OF_AN_ENROLMENT)
                .training("ENROLLED", "2026-05-20", PROGRAMME);
    }

    @Test
    void theCohortIsTheMonthOfTheFirstEnrolmentAndOfTheFirstCompletionOfAnyCourse()
            throws IOException {
        assertThat(cohorts("trained"))
                .containsExactlyInAnyOrder("assigned 2026-01", "completed 2026-02");
    }

    @Test
    void waivedIsNotTrained() throws IOException {
        assertThat(cohorts("excused")).containsExactly("assigned 2026-01");
    }

    @Test
    void theSuccessFieldBeatsTheKind() throws IOException {
        assertThat(cohorts("unsuccessful")).containsExactly("assigned 2026-01");
    }

    @Test
    void aVoidThatArrivesBeforeItsTargetTakesItBack() throws IOException {
        assertThat(cohorts("mistaken")).isEmpty();
    }

    @Test
    void aVoidedEnrolmentLeavesTheNextOneAsTheFirst() throws IOException {
        assertThat(cohorts("enrolled-again")).containsExactly("assigned 2026-05");
    }

    @Test
    void allMonthsBeforeAndAfterTheExposureBelongToTheCohort() throws IOException {
        for (String month : List.of("2025-12", "2026-03")) {
            Shown cohort = results().cohort(PROGRAMME, "completed", "2026-02", month);

            assertThat(cohort.number("deals_won")).as(month).isEqualTo(1);
        }
    }

    @Test
    void aCohortHasAllItsMembersWithDealsOrWithout() throws IOException {
        Shown cohort = results().cohort(PROGRAMME, "assigned", "2026-01", "2025-12");

        assertThat(cohort.number("members")).isEqualTo(3);
    }

    private static List<String> cohorts(String rep) throws IOException {
        return results().all("current_exposure", Map.of("rep_id", rep)).stream()
                .map(exposure -> exposure.text("basis") + " " + exposure.text("cohort"))
                .toList();
    }
}
