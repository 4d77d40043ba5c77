package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose numbers they are: owner, team and role at the time of the event. */
abstract class OwnershipExamples {

    static void tell(ExampleEvents events) {
        events.deal("handed-over-late")
                .created("2026-01-05", "seller", "100")
                .won("2026-01-20")
                .goesTo("2026-02-05", "heir");
        events.deal("corrected")
                .created("2026-01-05", "correct", "1000")
                .won("2026-01-20")
                .worth("2026-03-05", "1500");
        events.deal("handed-over")
                .created("2026-01-05", "creator", "100")
                .qualified("2026-01-10", "WORK")
                .goesTo("2026-02-05", "closer")
                .won("2026-03-05");
        events.deal("judged-late")
                .created("2026-01-05", "judged", "100")
                .won("2026-01-20")
                .qualified("2026-02-05", "DROPPED");
        events.deal("nobodys").tell("CREATED", "2026-01-05T10:00:00Z", Map.of()).won("2026-01-20");
        events.rep("mover")
                .hired("2024-01-01", "old-team")
                .moved("2026-01-16", "new-team", "hunter");
        events.deal("before").created("2026-01-05", "mover").won("2026-01-15");
        events.deal("after").created("2026-01-05", "mover").won("2026-01-16");
    }

    @Test
    void anotherOwnerAfterTheCloseMovesNobodysPast() throws IOException {
        assertThat(results().rep("seller", "2026-01").number("deals_won")).isEqualTo(1);
        assertThat(results().rep("seller", "2026-01").number("credited_minor")).isEqualTo(10_000);
        assertThat(results().sum("current_rep_month", Map.of("rep_id", "heir"), "won")).isZero();
        assertThat(results().deal("handed-over-late").text("closed_owner")).isEqualTo("seller");
    }

    @Test
    void anotherAmountAfterTheCloseCorrectsTheCloseInItsOwnPeriod() throws IOException {
        assertThat(results().rep("correct", "2026-01").number("won_amount_minor"))
                .isEqualTo(150_000);
        assertThat(results().rep("correct", "all").number("won_amount_minor")).isEqualTo(150_000);
    }

    @Test
    void aQualificationAfterTheCloseMovesNobodysPast() throws IOException {
        assertThat(results().rep("judged", "all").number("deals_won")).isEqualTo(1);
        assertThat(results().rep("judged", "all").number("deals_dropped")).isZero();
        assertThat(results().rep("judged", "all").number("qualified_win_rate")).isNull();
    }

    @Test
    void creationAndQualificationStayWithTheirOwnersAndTheCloseIsTheClosers() throws IOException {
        assertThat(results().rep("creator", "2026-01").number("created_win_rate")).isEqualTo(1);
        assertThat(results().rep("creator", "2026-01").number("qualified_win_rate")).isEqualTo(1);
        assertThat(results().rep("closer", "2026-03").number("deals_won")).isEqualTo(1);
        assertThat(results().rep("closer", "all").number("created_win_rate")).isNull();
    }

    @Test
    void dealsWithoutAnOwnerAreFiledUnderUnassigned() throws IOException {
        assertThat(results().rep("unassigned", "2026-01").number("deals_won")).isEqualTo(1);
    }

    @Test
    void aChangeOfTeamInTheMiddleOfAMonthFilesUnderBothLabels() throws IOException {
        assertThat(results().team("old-team", "2026-01").number("deals_won")).isEqualTo(1);
        assertThat(results().team("new-team", "2026-01").number("deals_won")).isEqualTo(1);
        assertThat(results().team("old-team", "2026-01").number("created_win_rate")).isEqualTo(1);
        assertThat(results().team("new-team", "2026-01").number("created_win_rate")).isNull();
        assertThat(results().rep("mover", "2026-01").number("deals_won")).isEqualTo(2);
        assertThat(results().rep("mover", "2026-01").text("team")).isEqualTo("new-team");
    }
}
